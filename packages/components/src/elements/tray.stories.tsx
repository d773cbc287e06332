import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor } from 'storybook/test'
import { LaptopIcon, PhoneIcon, ShieldIcon, SignOutIcon, UserIcon } from './account-icons.tsx'
import { Address } from './address.tsx'
import { Badge, LiveLamp } from './badge.tsx'
import { Button } from './button.tsx'
import { FormButtons, StyledForm } from './form.tsx'
import { MailIcon } from './icons.tsx'
import { Menu } from './menu.tsx'
import { Page, PageCard, Section } from './page.tsx'
import { NavItem, Rail } from './rail.tsx'
import { SubmitButton } from './submit-button.tsx'
import { StoryBox } from './testing/story-box.tsx'
import { TextField } from './text-field.tsx'
import { EmptyRow, Panel, Row, Tray } from './tray.tsx'
import { UserPreview } from './user-preview.tsx'

const meta: Meta = {
  title: 'Elements/Page',
  decorators: [
    (Story) => (
      <StoryBox>
        <Story />
      </StoryBox>
    ),
  ],
}
export default meta

const rail = (
  <Rail
    label="Your account"
    preview={<UserPreview userId="user_1" name="Ada Lovelace" identifier="ada@example.com" />}
    currentId="account"
    pages={[
      { id: 'account', label: 'Profile', icon: <UserIcon />, href: '#account' },
      { id: 'security', label: 'Security', icon: <ShieldIcon />, href: '#security' },
    ]}
    footer={<NavItem id="signOut" label="Sign out" icon={<SignOutIcon />} />}
  />
)

export const AddingAnAddress: StoryObj = {
  render: () => (
    <PageCard rail={rail}>
      <Page id="account" title="Profile" subtitle="How you appear in Acme, and how we reach you">
        <Section id="emailAddresses" title="Email addresses">
          <Tray
            id="emailAddresses"
            rows={
              <Row
                section="emailAddresses"
                icon={<MailIcon />}
                name={<Address>ada@example.com</Address>}
                badge={<Badge>Primary</Badge>}
                facts={['Verified']}
                action={
                  <Menu
                    label="Actions for ada@example.com"
                    items={[{ id: 'remove', label: 'Remove email', danger: true, onSelect: () => undefined }]}
                  />
                }
              />
            }
          >
            <Panel id="emailAddresses" title="Add an email address" subtitle="We will send a 6-digit code.">
              <StyledForm>
                <TextField name="emailAddress" label="Email" type="email" autoComplete="email" />
                <FormButtons>
                  <SubmitButton block={false}>Send code</SubmitButton>
                  <Button variant="quiet">Cancel</Button>
                </FormButtons>
              </StyledForm>
            </Panel>
          </Tray>
        </Section>
        <Section id="phoneNumbers" title="Phone numbers">
          <Tray
            id="phoneNumbers"
            rows={
              <EmptyRow icon={<PhoneIcon />}>
                No phone numbers yet. <Button variant="link">Add one</Button>
              </EmptyRow>
            }
          />
        </Section>
      </Page>
    </PageCard>
  ),
  play: async ({ canvas }) => {
    const opener = canvas.getByRole('button', { name: 'Actions for ada@example.com' })
    await userEvent.click(opener)
    await waitFor(() => expect(canvas.getByRole('menuitem', { name: 'Remove email' })).toHaveFocus())
  },
}

export const SessionSigningOut: StoryObj = {
  render: () => (
    <Section id="activeDevices" title="Active sessions" level={1}>
      <Tray
        id="activeDevices"
        rows={
          <>
            <Row
              section="activeDevices"
              icon={<LaptopIcon />}
              isLive
              name="Chrome on macOS"
              badge={<Badge>This device</Badge>}
              facts={[<LiveLamp key="now">Active now</LiveLamp>, 'Athens, Greece']}
            />
            <Row
              section="activeDevices"
              icon={<PhoneIcon />}
              name="Safari on iPhone"
              facts={['12 minutes ago', 'Athens, Greece']}
              pending
              status="Signing out"
            />
          </>
        }
      />
    </Section>
  ),
}
