import type { ReactNode } from 'react'

/** An address that may break before its @. */
export function Address({ children }: { children: string }): ReactNode {
  const at = children.lastIndexOf('@')
  return at < 1 ? (
    <bdi>{children}</bdi>
  ) : (
    <bdi dir="ltr">
      {children.slice(0, at)}
      <wbr />
      {children.slice(at)}
    </bdi>
  )
}
