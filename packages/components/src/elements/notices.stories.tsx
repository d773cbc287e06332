import type { Meta, StoryObj } from '@storybook/react-vite'
import * as accountIcons from './account-icons.tsx'
import { Alert } from './alert.tsx'
import { Avatar } from './avatar.tsx'
import { Badge, LiveLamp } from './badge.tsx'
import * as icons from './icons.tsx'
import { SkeletonCard } from './skeleton.tsx'
import { Line, StoryBox } from './testing/story-box.tsx'
import { UserPreview } from './user-preview.tsx'

const meta: Meta = {
  title: 'Elements/Notices, people and icons',
  decorators: [
    (Story) => (
      <StoryBox>
        <Story />
      </StoryBox>
    ),
  ],
}
export default meta

const title = <h1 className="cl-visuallyHidden">Elements</h1>

export const Alerts: StoryObj = {
  render: () => (
    <>
      {title}
      <Alert title="We could not reach Acme">Check your connection and try again.</Alert>
      <Alert color="warning" title="You are offline">
        We will try again when you are back.
      </Alert>
    </>
  ),
}

export const Badges: StoryObj = {
  render: () => (
    <Line>
      {title}
      <Badge>Primary</Badge>
      <Badge color="neutral">Synced</Badge>
      <Badge color="success">On</Badge>
      <Badge color="warning">Unverified</Badge>
      <LiveLamp>Active now</LiveLamp>
    </Line>
  ),
}

export const People: StoryObj = {
  render: () => (
    <Line>
      {title}
      <Avatar userId="user_1" name="Ada Lovelace" size={24} />
      <Avatar userId="user_1" name="Ada Lovelace" />
      <Avatar userId="user_2" name="Charles Babbage" size={40} />
      <Avatar userId="user_3" name="Grace Hopper" size={64} />
      <UserPreview userId="user_1" name="Ada Lovelace" identifier="ada@example.com" />
    </Line>
  ),
}

export const Icons: StoryObj = {
  render: () => (
    <Line>
      {title}
      {[...Object.entries(icons), ...Object.entries(accountIcons)].map(([name, Icon]) => (
        <Icon key={name} />
      ))}
    </Line>
  ),
}

export const BeforeTheInstanceIsKnown: StoryObj = { render: () => <SkeletonCard height="20rem" /> }
