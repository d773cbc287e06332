'use client'

import { useEnvironment } from '@usher/hooks'
import { Field, PhoneField } from '@usher/primitives'
import type { ReactNode } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'
import { useMessages } from '../messages/messages-context.tsx'
import { ControlClass, FieldLabelRow, FieldMessage, type FieldTexts } from './field-parts.tsx'
import { ChevronDownIcon } from './icons.tsx'

export type PhoneInputProps = FieldTexts & {
  /** The name in the form; the value is E.164. */
  name: string
  /** Element id for the class names; `phoneNumber` unless told. */
  id?: string
  required?: boolean
  /** The number, not the country, takes the focus of the step or panel. */
  isFirst?: boolean
}

/** A phone number with the country that it belongs to, and the slot for its message. */
export function PhoneInput(props: PhoneInputProps): ReactNode {
  const { label, action, mark, hint, warning, name, id = 'phoneNumber', required = false, isFirst } = props
  const { text, locale } = useMessages()
  const country = useEnvironment()?.user_settings.attributes.phone_number.default_country
  const [field, group] = [useElementClass('formField', id), useElementClass('phoneInputBox')]
  const button = useElementClass('selectButton', 'countryCode')
  return (
    <Field.Root className={field} {...{ name, required }}>
      <FieldLabelRow {...{ id, label, action, mark }} />
      <PhoneField.Root
        className={group}
        {...(locale && { locale })}
        {...(country && { defaultCountry: country })}
      >
        <PhoneField.Country
          aria-label={text('formFieldLabel__country')}
          render={({ ref, ...select }) => (
            <span className={`cl-phoneInputCountry ${button}`}>
              <span aria-hidden="true">{select.value}</span>
              <ChevronDownIcon size={16} />
              <select {...select} ref={ref} />
            </span>
          )}
        />
        <ControlClass id={id}>
          {(className) => (
            <PhoneField.Input className={className} {...(isFirst && { 'data-initial-focus': '' })} />
          )}
        </ControlClass>
      </PhoneField.Root>
      <FieldMessage {...{ id, hint, warning }} />
    </Field.Root>
  )
}
