import { Fragment, type ReactNode } from 'react'

/** An address that may break before its @, and where the domain is long before its dots. */
export function Address({ children }: { children: string }): ReactNode {
  const at = children.lastIndexOf('@')
  if (at < 1) return <bdi>{children}</bdi>
  const domain = children.slice(at)
  return (
    <bdi dir="ltr">
      {children.slice(0, at)}
      {(domain.length > 12 ? domain.split(/(?=\.)/) : [domain]).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
        <Fragment key={index}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </bdi>
  )
}
