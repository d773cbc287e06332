'use client'

import type { SignInFlowProps } from '@usher/flows'
import { type ReactNode, useState } from 'react'
import { PlusIcon, SignOutIcon } from '../elements/account-icons.tsx'
import { Address } from '../elements/address.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { MethodList, MethodRow } from '../elements/method-row.tsx'
import { QuietAction } from '../elements/quiet-action.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text } from '../messages/messages-context.tsx'

const element = 'accountSwitcherActionButton'

/** The accounts of this browser: the person goes on with one of them, or adds another. */
export function ChooseView({ flow }: { flow: SignInFlowProps }): ReactNode {
  const [begun, setBegun] = useState('')
  const pending = flow.isPending ? begun : null
  const run = (what: string, act: () => unknown) => () => {
    setBegun(what)
    act()
  }
  return (
    <>
      <MethodList>
        {flow.accounts.map(({ sessionId, userId, name, identifier, hasImage, imageUrl }) => (
          <MethodRow
            key={sessionId}
            element={element}
            elementId="switchAccount"
            icon={
              <Avatar
                userId={userId}
                name={name || identifier}
                imageUrl={hasImage ? imageUrl : null}
                size={32}
              />
            }
            fact={name && <Address>{identifier}</Address>}
            pending={pending === sessionId}
            onClick={run(sessionId, () => flow.chooseAccount(sessionId))}
          >
            {name || <Address>{identifier}</Address>}
          </MethodRow>
        ))}
        <MethodRow element={element} elementId="addAccount" icon={<PlusIcon />} onClick={flow.addAccount}>
          <Text k="signIn.accountSwitcher.action__addAccount" />
        </MethodRow>
      </MethodList>
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
      {flow.accounts.length > 1 && (
        <QuietAction
          align="start"
          icon={<SignOutIcon size={16} />}
          pending={pending === 'signOutAll'}
          onClick={run('signOutAll', flow.signOutAll)}
        >
          <Text k="signIn.accountSwitcher.action__signOutAll" />
        </QuietAction>
      )}
    </>
  )
}
