'use client'

import type { BrowserAccount, UserButtonProps } from '@usher/flows'
import { type ReactNode, useEffect, useRef } from 'react'
import { PlusIcon, SignOutIcon, SlidersIcon } from '../elements/account-icons.tsx'
import { Address } from '../elements/address.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { PopoverRule } from '../elements/popover.tsx'
import { UserPopover, UserPopoverAction } from '../elements/user-popover.tsx'
import { UserPreview } from '../elements/user-preview.tsx'
import { RowAlert } from '../errors/global-alert.tsx'
import { Text, useMessages } from '../messages/messages-context.tsx'

export type UserButtonViewProps = { flow: UserButtonProps; current: BrowserAccount; showName: boolean }

/** The accounts of this browser in a ticket under the picture. */
export function UserButtonView({ flow, current, showName }: UserButtonViewProps): ReactNode {
  const { text } = useMessages()
  const name = current.name || current.identifier
  return (
    <UserPopover
      user={{ userId: current.userId, name, imageUrl: pictureOf(current) }}
      label={text('userButton.label', { name })}
      text={showName && <span>{name}</span>}
      footer={
        flow.others.length > 0 && (
          <UserPopoverAction
            id="signOutAll"
            icon={<SignOutIcon />}
            pending={flow.pendingAction === 'signOutAll'}
            onClick={() => void flow.signOutAll()}
          >
            <Text k="userButton.action__signOutAll" />
          </UserPopoverAction>
        )
      }
    >
      {(close) => <Accounts flow={flow} current={current} close={close} />}
    </UserPopover>
  )
}

type AccountsProps = Pick<UserButtonViewProps, 'flow' | 'current'> & { close: () => void }

function Accounts({ flow, current, close }: AccountsProps) {
  const shown = useRef(current.sessionId)
  useEffect(() => {
    if (shown.current === current.sessionId) return
    shown.current = current.sessionId
    close()
  }, [current.sessionId, close])
  return (
    <>
      <UserPreview
        userId={current.userId}
        name={current.name}
        identifier={current.identifier}
        imageUrl={pictureOf(current)}
      />
      <UserPopoverAction
        id="manageAccount"
        icon={<SlidersIcon />}
        onClick={() => {
          close()
          flow.manageAccount()
        }}
      >
        <Text k="userButton.action__manageAccount" />
      </UserPopoverAction>
      <UserPopoverAction
        id="signOut"
        icon={<SignOutIcon />}
        pending={flow.pendingAction === 'signOut'}
        onClick={() => void flow.signOut()}
      >
        <Text k="userButton.action__signOut" />
      </UserPopoverAction>
      <OtherAccounts flow={flow} close={close} />
      <RowAlert error={flow.globalError} onRetry={flow.retry} />
    </>
  )
}

function OtherAccounts({ flow, close }: { flow: UserButtonProps; close: () => void }) {
  if (!flow.canAddAccount && flow.others.length === 0) return null
  return (
    <>
      <PopoverRule />
      {flow.others.length > 0 && (
        <div className="cl-popoverLabel">
          <Text k="userButton.title__otherAccounts" />
        </div>
      )}
      {flow.others.map(({ sessionId, userId, name, identifier, ...picture }) => (
        <UserPopoverAction
          key={sessionId}
          id="switchAccount"
          icon={<Avatar userId={userId} name={name || identifier} imageUrl={pictureOf(picture)} />}
          fact={name ? <Address>{identifier}</Address> : undefined}
          end={<Text k="userButton.action__switch" />}
          pending={flow.pendingAction === sessionId}
          onClick={() => void flow.switchTo(sessionId)}
        >
          {name || <Address>{identifier}</Address>}
        </UserPopoverAction>
      ))}
      {flow.canAddAccount && (
        <UserPopoverAction
          id="addAccount"
          icon={<PlusIcon />}
          onClick={() => {
            close()
            flow.addAccount()
          }}
        >
          <Text k="userButton.action__addAccount" />
        </UserPopoverAction>
      )}
    </>
  )
}

const pictureOf = ({ hasImage, imageUrl }: Pick<BrowserAccount, 'hasImage' | 'imageUrl'>) =>
  hasImage ? imageUrl : null
