'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Address } from '../elements/address.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { MailIcon } from '../elements/icons.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { Text } from '../messages/messages-context.tsx'

/** Who is signing in, on every step after the first. With `isSent` it says where the code went. */
export function Identity({ flow, isSent }: { flow: SignInFlowProps; isSent?: boolean }): ReactNode {
  const { identity } = flow.step
  if (!identity) return null
  const { identifier, safeIdentifier, name } = identity
  return (
    <IdentityChip
      icon={isSent ? <MailIcon /> : <Avatar userId={identifier} name={name || identifier} size={24} />}
      action={<Text k="identityPreview__change" />}
      onAction={flow.changeIdentity}
    >
      {isSent ? (
        <Text k="identityPreview__sentTo" values={{ identifier: safeIdentifier }} />
      ) : (
        <b>
          <Address>{identifier}</Address>
        </b>
      )}
    </IdentityChip>
  )
}

/** For password managers: whose password it is, although the field is not seen. */
export function HiddenUsername({ value }: { value: string }): ReactNode {
  return (
    <input
      className="cl-visuallyHidden"
      name="username"
      autoComplete="username"
      value={value}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
