import type { Meta, StoryObj } from '@storybook/react-vite'
import { AppearanceProvider } from '../appearance/appearance-context.tsx'
import { Badge } from './badge.tsx'
import { Button } from './button.tsx'
import { Card, FooterAction, Main } from './card.tsx'
import { CodeInput } from './code-input.tsx'
import { StyledForm } from './form.tsx'
import { Header } from './header.tsx'
import { LockIcon, MailIcon, PasskeyIcon } from './icons.tsx'
import { IdentityChip } from './identity-chip.tsx'
import { MethodList, MethodRow } from './method-row.tsx'
import { QuietAction } from './quiet-action.tsx'
import { FormFoot, ResendLink } from './resend-link.tsx'
import { SubmitButton } from './submit-button.tsx'
import { StoryBox } from './testing/story-box.tsx'

const meta: Meta = {
  title: 'Elements/Card',
  decorators: [
    (Story) => (
      <StoryBox size="card">
        <Story />
      </StoryBox>
    ),
  ],
}
export default meta

const codeCard = (
  <Card footer={<FooterAction text="No access to this email?" link="Get help" href="#help" />}>
    <Header title="Check your email" subtitle="Enter the code to sign in to Acme" />
    <Main step="code">
      <IdentityChip icon={<MailIcon />} action="Change">
        Sent to <b>a****@example.com</b>
      </IdentityChip>
      <StyledForm>
        <CodeInput label="6-digit code" hint="It works for 10 minutes. Pasting it is fine." />
        <SubmitButton>Verify</SubmitButton>
      </StyledForm>
      <FormFoot>
        <Button variant="quiet" size="small" align="start">
          Use another method
        </Button>
        <ResendLink until={Date.now() + 29_000} onClick={() => undefined}>
          Send a new code
        </ResendLink>
      </FormFoot>
    </Main>
  </Card>
)

export const CodeStep: StoryObj = { render: () => codeCard }

export const WithoutStub: StoryObj = {
  render: () => (
    <Card>
      <Header title="You are signed in" subtitle="This window closes by itself" />
    </Card>
  ),
}

export const Flush: StoryObj = {
  render: () => (
    <AppearanceProvider appearances={[{ options: { elevation: 'flush' } }]}>{codeCard}</AppearanceProvider>
  ),
}

export const AnotherMethod: StoryObj = {
  render: () => (
    <Card footer={<FooterAction text="None of these work?" link="Get help" href="#help" />}>
      <Header title="Use another method" subtitle="Pick how to prove it is you" />
      <MethodList>
        <MethodRow icon={<PasskeyIcon />} fact="Face, fingerprint or PIN" badge={<Badge>Last used</Badge>}>
          Passkey
        </MethodRow>
        <MethodRow icon={<LockIcon />} fact="The one you chose for Acme">
          Password
        </MethodRow>
      </MethodList>
      <QuietAction align="start">Back</QuietAction>
    </Card>
  ),
}
