'use client'

import type { SignInFlowProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Address } from '../elements/address.tsx'
import { Avatar } from '../elements/avatar.tsx'
import { IdentityChip } from '../elements/identity-chip.tsx'
import { Text } from '../messages/messages-context.tsx'

/** Who is signing in, on every step after the first. With `sentIcon` it says where the code went. */
export function Identity({ flow, sentIcon }: { flow: SignInFlowProps; sentIcon?: ReactNode }): ReactNode {
  const { identity } = flow.step
  if (!identity) return null
  const { identifier, safeIdentifier, name, imageUrl } = identity
  return (
    <IdentityChip
      icon={
        sentIcon ?? <Avatar userId={identifier} name={name || identifier} imageUrl={imageUrl} size={24} />
      }
      action={<Text k="identityPreview__change" />}
      onAction={flow.changeIdentity}
    >
      {sentIcon ? (
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
