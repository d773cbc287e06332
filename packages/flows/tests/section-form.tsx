import { Form } from '@usher/primitives'
import type { ReactNode } from 'react'
import type { FlowProps } from '../src/index.ts'

type Section = Pick<FlowProps<string>, 'errors' | 'globalError' | 'isPending'> & { close?: () => void }

/** The form of a section, with what is wrong under it. */
export function SectionForm<Values extends object>(props: {
  section: Section
  values?: Partial<Values>
  onSubmit: (values: Values) => Promise<void>
  children: ReactNode
}) {
  const { section, values, children, onSubmit } = props
  const errors = Object.entries(section.errors).map(([name, error]) => [name, error?.code])
  return (
    <Form.Root<Values>
      {...(values && { defaultValues: values })}
      errors={Object.fromEntries(errors)}
      pending={section.isPending}
      onSubmit={onSubmit}
    >
      {children}
      <Form.Error message={section.globalError?.code} />
    </Form.Root>
  )
}

/** The way out of an open section. */
export const Cancel = ({ section }: { section: Section }) => (
  <button type="button" onClick={section.close}>
    Cancel
  </button>
)
