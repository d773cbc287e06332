'use client'

import type { ContactsProps } from '@usher/flows'
import type { ReactNode } from 'react'
import { StyledForm } from '../../elements/form.tsx'
import { LazyBoundary, LazyPart, lazyPart } from '../../elements/lazy-part.tsx'
import { PhoneInput } from '../../elements/phone-input.tsx'
import { Skeleton } from '../../elements/skeleton.tsx'
import { TextField } from '../../elements/text-field.tsx'
import { Panel } from '../../elements/tray.tsx'
import { useErrorTexts } from '../../errors/use-error-texts.ts'
import type { LinkWaitProps } from '../../factors/link-wait.tsx'
import { Text } from '../../messages/messages-context.tsx'
import { CodePanel } from './code-panel.tsx'
import { Cancel, ConfirmPanel, PanelSubmit } from './panels.tsx'

export type ContactKind = 'emailAddress' | 'phoneNumber'

/** Ids of the sections, for class names and deep links. */
export const sections = { emailAddress: 'emailAddresses', phoneNumber: 'phoneNumbers' } as const

/** Fetched where addresses are proved by a link. */
const linkWait = lazyPart<LinkWaitProps>(async () => (await import('../../factors/link-wait.tsx')).LinkWait)

type Props = { kind: ContactKind; flow: ContactsProps; value: string }

/** Asks for a new address or number and sends it a code. */
export function AddContact({ kind, flow }: Omit<Props, 'value'>): ReactNode {
  const errors = useErrorTexts(flow.errors)
  return (
    <Panel
      id={sections[kind]}
      title={<Text k={`userProfile.${kind}Page.title`} />}
      subtitle={
        <Text
          k={
            flow.isByLink
              ? 'userProfile.emailAddressPage.emailLink.formHint'
              : `userProfile.${kind}Page.formHint`
          }
        />
      }
      onCancel={flow.close}
    >
      <StyledForm<{ value: string }>
        errors={errors}
        pending={flow.isPending}
        onSubmit={({ value = '' }) => flow.submitNew({ value })}
      >
        {kind === 'phoneNumber' ? (
          <PhoneInput name="value" label={<Text k="formFieldLabel__phoneNumber" />} required isFirst />
        ) : (
          <TextField
            name="value"
            id="emailAddress"
            type="email"
            label={<Text k="formFieldLabel__emailAddress" />}
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        )}
        <PanelSubmit flow={flow}>
          <Text k={`userProfile.formButtonPrimary__${flow.isByLink ? 'sendLink' : 'sendCode'}`} />
        </PanelSubmit>
      </StyledForm>
    </Panel>
  )
}

/** Takes the code, or waits for the link, that shows that it is the person's own. */
export function VerifyContact({ kind, flow, value }: Props): ReactNode {
  if (flow.isByLink) return <VerifyByLink {...{ kind, flow, value }} />
  return (
    <CodePanel
      id={sections[kind]}
      flow={flow}
      title={<Text k={`userProfile.${kind}Page.verifyTitle`} values={{ identifier: value }} />}
      subtitle={<Text k={`userProfile.${kind}Page.emailCode.formSubtitle`} values={{ identifier: value }} />}
    />
  )
}

function VerifyByLink({ kind, flow, value }: Props) {
  return (
    <Panel
      id={sections[kind]}
      title={<Text k={`userProfile.${kind}Page.verifyTitle`} values={{ identifier: value }} />}
      subtitle={
        <Text k="userProfile.emailAddressPage.emailLink.formSubtitle" values={{ identifier: value }} />
      }
      onCancel={flow.close}
    >
      <LazyBoundary fallback={<Skeleton height="5rem" />}>
        <LazyPart part={linkWait} props={{ flow, isPanel: true, children: <Cancel flow={flow} /> }} />
      </LazyBoundary>
    </Panel>
  )
}

/** Asks once more before it goes. */
export function RemoveContact({ kind, flow, value }: Props): ReactNode {
  return (
    <ConfirmPanel
      id={sections[kind]}
      flow={flow}
      onConfirm={flow.confirmRemove}
      title={<Text k={`userProfile.${kind}Page.removeResource.title`} />}
      subtitle={
        <>
          <Text k={`userProfile.${kind}Page.removeResource.messageLine1`} values={{ identifier: value }} />{' '}
          <Text k={`userProfile.${kind}Page.removeResource.messageLine2`} />
        </>
      }
    >
      <Text k={`userProfile.start.${sections[kind]}Section.destructiveAction`} />
    </ConfirmPanel>
  )
}
