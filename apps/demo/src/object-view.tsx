import type { ReactNode } from 'react'

/** A plain value as one would write it in JavaScript, in the colours of an editor. */
export function ObjectView({ value }: { value: unknown }) {
  return <pre className="object">{draw(value, '\n')}</pre>
}

function draw(value: unknown, lineBreak: string): ReactNode {
  if (typeof value === 'string') return <span className="text">{JSON.stringify(value)}</span>
  if (typeof value !== 'object' || value === null) return <span className="fact">{String(value)}</span>
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Object.entries(value)
  if (entries.length === 0) return `${open}${close}`
  const inner = `${lineBreak}  `
  return (
    <>
      {open}
      {entries.map(([key, item], index) => (
        <span key={key}>
          {inner}
          {!Array.isArray(value) && <span className="key">{`${key}: `}</span>}
          {draw(item, inner)}
          {index < entries.length - 1 && ','}
        </span>
      ))}
      {lineBreak}
      {close}
    </>
  )
}
