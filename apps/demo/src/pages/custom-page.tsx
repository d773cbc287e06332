import { RedirectToSignIn, Show, useUser } from '@usher/react'
import { Field, Form } from '@usher/react/primitives'
import { useState } from 'react'
import * as z from 'zod'

const preferences = z.object({
  nickname: z.string().min(2, 'Use at least two letters.').max(30, 'Use at most thirty letters.'),
  newsletter: z.boolean(),
})

/** A screen of the application's own: its markup and its rules, on a hook and the unstyled form parts. */
export function CustomPage() {
  return (
    <main className="page narrow">
      <h1>Your own screen</h1>
      <p className="lead">
        This form is the demo's own markup. The parts bring the wiring, zod the rules, and the values are kept
        in <code>unsafeMetadata</code>.
      </p>
      <Show when="signed-in">
        <Preferences />
      </Show>
      <Show when="signed-out">
        <RedirectToSignIn />
      </Show>
    </main>
  )
}

function Preferences() {
  const { user } = useUser()
  const [saved, setSaved] = useState(false)
  if (!user) return null
  const { nickname = '', newsletter = false } = user.unsafeMetadata as Partial<z.infer<typeof preferences>>
  return (
    <Form.Root
      className="form"
      schema={preferences}
      defaultValues={{ nickname, newsletter }}
      onSubmit={async (values) => {
        setSaved(false)
        await user.updateMetadata({ unsafeMetadata: values })
        setSaved(true)
      }}
    >
      <Field.Root name="nickname">
        <Field.Label>Nickname</Field.Label>
        <Field.Input autoComplete="nickname" />
        <Field.Error />
      </Field.Root>
      <Field.Root name="newsletter" className="check">
        <Field.Checkbox />
        <Field.Label>Send me the newsletter</Field.Label>
      </Field.Root>
      <Form.Submit className="button primary">Save preferences</Form.Submit>
      <p role="status">{saved ? 'Saved.' : ''}</p>
    </Form.Root>
  )
}
