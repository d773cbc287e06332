'use client'

import type { FlowProps, SessionTaskProps } from '@usher/flows'
import { useEnvironment } from '@usher/hooks'
import type { ReactNode } from 'react'
import { Card, FooterAction, Main } from '../elements/card.tsx'
import { Header } from '../elements/header.tsx'
import { useStepFocus } from '../elements/use-step-focus.ts'
import { Text } from '../messages/messages-context.tsx'

export type TaskProps = { session: SessionTaskProps; takesFocus: boolean }

type TaskFrameProps = TaskProps & {
  flow: Pick<FlowProps<string>, 'focusKey' | 'focusTarget'>
  /** The group of texts. */
  group: 'taskResetPassword' | 'taskSetupMfa'
  step: string
  title: ReactNode
  subtitle: ReactNode
  children: ReactNode
}

/** The card of a task: what to do, and the way out of it all. */
export function TaskFrame({
  session,
  flow,
  group,
  step,
  title,
  subtitle,
  ...props
}: TaskFrameProps): ReactNode {
  const logo = useEnvironment()?.display_config.logo_image_url
  const focus = useStepFocus(flow, props.takesFocus)
  const { identifier, signOut } = session
  const footer = (
    <FooterAction
      id="signOut"
      text={identifier && <Text k={`${group}.signOut.actionText`} values={{ identifier }} />}
      link={<Text k={`${group}.signOut.actionLink`} />}
      onClick={() => void signOut()}
    />
  )
  return (
    <div ref={focus}>
      <Card logo={logo} footer={footer}>
        <Header title={title} subtitle={subtitle} logo={logo || undefined} />
        <Main step={step}>{props.children}</Main>
      </Card>
    </div>
  )
}
