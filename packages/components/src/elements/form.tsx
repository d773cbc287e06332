'use client'

import { Form } from '@usher/primitives'
import type { ComponentProps, ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'

/** The `<form>` of a step or panel: the headless one with its class. */
export const StyledForm: typeof Form.Root = (props) => {
  const className = useElementClass('form')
  return <Form.Root {...props} className={className} />
}

/** Fields side by side, one under the other where there is no room. */
export function FieldRow({ children }: { children: ReactNode }): ReactNode {
  return <div className={useElementClass('formFieldRow')}>{children}</div>
}

/** The buttons of a panel: the named one first, then the way out. */
export function FormButtons(props: ComponentProps<'div'>): ReactNode {
  return <div {...props} className="cl-formButtons" />
}
