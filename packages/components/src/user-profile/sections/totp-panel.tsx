'use client'

import type { SecondFactorsProps } from '@usher/flows'
import { generate } from 'lean-qr/nano'
import { type ReactNode, useMemo } from 'react'
import { Badge } from '../../elements/badge.tsx'
import { Panel } from '../../elements/tray.tsx'
import { CodeForm } from '../../factors/code-form.view.tsx'
import { Text, useMessages } from '../../messages/messages-context.tsx'
import { CopyButton } from './copy-button.tsx'
import { Cancel } from './mfa-panels.tsx'

const page = 'userProfile.mfaTOTPPage'

type Props = { flow: SecondFactorsProps; secret: string; uri: string }

/** Sets an authenticator app up: the picture to scan, the key as text, and the code that the app shows. */
export function TotpPanel({ flow, secret, uri }: Props): ReactNode {
  return (
    <Panel
      id="mfa"
      title={<Text k={`${page}.title`} />}
      subtitle={<Text k={`${page}.subtitle`} />}
      onCancel={flow.close}
    >
      <div className="cl-totp">
        <QrCode content={uri} />
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
    </Panel>
  )
}

function QrCode({ content }: { content: string }) {
  const { text } = useMessages()
  const { size, path } = useMemo(() => draw(content), [content])
  return (
    <svg
      className="cl-qrCode"
      role="img"
      aria-label={text(`${page}.picture`)}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

function draw(content: string) {
  const code = generate(content)
  const cells = Array.from({ length: code.size ** 2 }, (_, index) => [
    index % code.size,
    Math.floor(index / code.size),
  ])
  const path = cells.map(([x = 0, y = 0]) => (code.get(x, y) ? `M${x} ${y}h1v1h-1z` : '')).join('')
  return { size: code.size, path }
}
