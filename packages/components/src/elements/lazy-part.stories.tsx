import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { Skeleton } from '../elements/skeleton.tsx'
import { StoryBox } from '../elements/testing/story-box.tsx'
import { LazyBoundary, LazyPart, lazyPart } from './lazy-part.tsx'

const meta: Meta = { title: 'Elements/Parts that load' }
export default meta

type Story = StoryObj

const network = { isDown: true }
const newPart = () =>
  lazyPart(async () => {
    if (network.isDown) throw new TypeError('Failed to fetch dynamically imported module')
    return () => <p>Here it is</p>
  })
const part = newPart()

export const CannotBeHad: Story = {
  render: () => (
    <StoryBox>
      <LazyBoundary fallback={<Skeleton height="7rem" />}>
        <LazyPart part={part} props={{}} />
      </LazyBoundary>
    </StoryBox>
  ),
  play: async ({ canvasElement }) => {
    network.isDown = true
    const at = within(canvasElement)
    await expect(await at.findByRole('alert')).toHaveTextContent('We could not reach Acme')
    const again = at.getByRole('button', { name: 'Try again' })
    await waitFor(() => expect(again).toHaveFocus())
    await userEvent.click(again)
    await expect(await at.findByRole('alert')).toHaveTextContent('We could not reach Acme')
    network.isDown = false
    await userEvent.click(at.getByRole('button', { name: 'Try again' }))
    await expect(await at.findByText('Here it is')).toBeVisible()
  },
}

const dialog = newPart()

function OpenedAgain() {
  const [turn, setTurn] = useState(0)
  return (
    <StoryBox>
      <LazyBoundary key={turn} fallback={null} around={() => <p>The page instead</p>}>
        <LazyPart part={dialog} props={{}} />
      </LazyBoundary>
      <button type="button" onClick={() => setTurn(turn + 1)}>
        Open again
      </button>
    </StoryBox>
  )
}

export const HadTheNextTime: Story = {
  render: () => <OpenedAgain />,
  beforeEach: () => {
    network.isDown = true
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByText('The page instead')).toBeVisible()
    network.isDown = false
    await userEvent.click(at.getByRole('button', { name: 'Open again' }))
    await expect(await at.findByText('Here it is')).toBeVisible()
  },
}
