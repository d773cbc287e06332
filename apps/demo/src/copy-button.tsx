import { useState } from 'react'

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text }: { text: string }) {
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  return (
    <button type="button" className="quiet" onClick={copy}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M9 7.5h6A1.5 1.5 0 0 1 16.5 9v6a1.5 1.5 0 0 1-1.5 1.500H9A1.5 1.5 0 0 1 7.5 15V9A1.5 1.5 0 0 1 9 7.500ZM4.5 12.500V5A1.5 1.5 0 0 1 6 3.500h6.5" />
      </svg>
      <span role="status">{isCopied ? 'Copied' : 'Copy'}</span>
    </button>
  )
}
