'use client'
import { useAskedReverification } from '@usher/hooks'
import type { ReactNode } from 'react'
import { FlowBox } from '../action/flow-form.tsx'
import { useReverificationFlow } from './reverification.controller.ts'
import type { ReverificationProps } from './reverification.props.ts'

type RootProps = { children: (flow: ReverificationProps) => ReactNode }
type Asked = NonNullable<ReturnType<typeof useAskedReverification>>

/** Is drawn while an action waits for the person to prove who they are. One for the whole app, in a dialog of its own. */
export function Root({ children }: RootProps) {
  const asked = useAskedReverification()
  return asked && <Open asked={asked}>{children}</Open>
}

function Open({ asked, children }: RootProps & { asked: Asked }) {
  const flow = useReverificationFlow(asked)
  return <FlowBox flow={flow}>{children(flow)}</FlowBox>
}
