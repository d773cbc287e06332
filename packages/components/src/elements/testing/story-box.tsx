import type { ReactNode } from 'react'
import { commonMessages } from '../../messages/en/common.ts'
import { errorMessages } from '../../messages/en/errors.ts'
import { newCredentialMessages } from '../../messages/en/new-credentials.ts'
import { MessagesProvider } from '../../messages/messages-context.tsx'
import { RootBox, type RootBoxProps } from '../root-box.tsx'

/** What surrounds an element in its stories and tests: texts, tokens, and a ground to stand on. */
export function StoryBox({
  size = 'page',
  children,
}: {
  size?: RootBoxProps['size']
  children: ReactNode
}): ReactNode {
  return (
    <MessagesProvider catalog={commonMessages} values={{ applicationName: 'Acme', host: 'app.acme.example' }}>
      <MessagesProvider catalog={errorMessages}>
        <MessagesProvider catalog={newCredentialMessages}>
          <div
            style={{ padding: 24, maxWidth: '100%', boxSizing: 'border-box', background: 'var(--usher-bg)' }}
          >
            <RootBox flow="story" size={size}>
              {children}
            </RootBox>
          </div>
        </MessagesProvider>
      </MessagesProvider>
    </MessagesProvider>
  )
}

/** Elements in a line. */
export function Line({ children }: { children: ReactNode }): ReactNode {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, marginBottom: 16 }}>
      {children}
    </div>
  )
}
