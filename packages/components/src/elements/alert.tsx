'use client'

import { Form } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { AlertIcon, WarningIcon } from './icons.tsx'

export type AlertProps = {
  /** `danger` when something failed, `warning` when it only waits. */
  color?: 'danger' | 'warning' | undefined
  /** What happened, in a few words. */
  title?: ReactNode
  /** What to do next. */
  children?: ReactNode
}

/** A block of more than one line about a whole form or page. Put it directly above the submit button. */
export function Alert({ color = 'danger', title, children }: AlertProps): ReactNode {
  const [alert, text] = [useElementClass('alert'), useElementClass('alertText')]
  return (
    <div className={alert} data-color={color}>
      {color === 'warning' ? <WarningIcon /> : <AlertIcon />}
      <div className={text}>
        {title && <div className="cl-alertTitle">{title}</div>}
        {children && <div className="cl-alertBody">{children}</div>}
      </div>
    </div>
  )
}

/** The alert of a form: its live region stands empty in the document before anything goes wrong. */
export function FormAlert({ color, title, children }: AlertProps): ReactNode {
  const given = title || children ? <Alert {...{ color, title, children }} /> : undefined
  return (
    <Form.Error
      message={given}
      render={({ children: _, ...props }, { message }) => (
        <div {...props}>{typeof message === 'string' ? <Alert title={message} /> : message}</div>
      )}
    />
  )
}
