'use client'

import type { SecondFactorsProps, SetupMfaTaskProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { Badge } from '../../elements/badge.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../../elements/lazy-part.tsx'
import { Panel } from '../../elements/tray.tsx'
import { CodeForm } from '../../factors/code-form.view.tsx'
import { Text } from '../../messages/messages-context.tsx'
import { CopyButton } from './copy-button.tsx'
import { Cancel } from './panels.tsx'

const page = 'userProfile.mfaTOTPPage'

/** Fetched when the panel opens: nobody else needs what draws it. */
const qrCode = lazyPart(async () => (await import('./qr-code.tsx')).QrCode)

type Props = { flow: SecondFactorsProps; secret: string; uri: string }
type StepsProps = { flow: SetupMfaTaskProps; secret: string; uri: string }

/** Sets an authenticator app up: the picture to scan, the key as text, and the code that the app shows. */
export function TotpPanel({ flow, secret, uri }: Props): ReactNode {
  return (
    <Panel
      id="mfa"
      title={<Text k={`${page}.title`} />}
      subtitle={<Text k={`${page}.subtitle`} />}
      onCancel={flow.close}
    >
      <TotpSteps flow={flow} secret={secret} uri={uri} />
    </Panel>
  )
}

/** What the panel holds. */
export const TotpSteps = ({ flow, secret, uri }: StepsProps): ReactNode => (
  <div className="cl-totp">
    <LazyBoundary fallback={<span className="cl-qrCode" />}>
      <LazyPart part={qrCode} props={{ content: uri }} />
    </LazyBoundary>
    <div className="cl-totpSteps">
      <div className="cl-totpStep">
        <Badge>1</Badge>
        <Text k={`${page}.scan`} />
      </div>
      <div className="cl-secret">
        {/* In groups of four, which are easier to type; what is copied has no blanks. */}
        <bdi dir="ltr">{secret.match(/.{1,4}/g)?.join(' ')}</bdi>
        <CopyButton text={secret} label={`${page}.copyKey`} said={`${page}.copied`} />
      </div>
      <CodeForm
        {...flow}
        submitCode={flow.submitTotp}
        label={
          <span className="cl-totpStep">
            <Badge>2</Badge>
            <Text k={`${page}.verify`} />
          </span>
        }
        hint={<Text k="userProfile.start.mfaSection.totp.fact" />}
        submitLabel={<Text k={`${page}.turnOn`} />}
        buttons={<Cancel flow={flow} />}
      />
    </div>
  </div>
)
