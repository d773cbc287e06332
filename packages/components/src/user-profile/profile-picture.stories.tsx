import type { Meta, StoryObj } from '@storybook/react-vite'
import type { PageWorld } from '@usher/testing/page'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { drawPicture, givePicture } from '../../tests/picture.ts'
import { UserProfile } from './user-profile.tsx'

const named = async ({ signUp, browser }: PageWorld) => {
  await signUp()
  await browser.patch('/v1/me', { first_name: 'Ada', last_name: 'Lovelace' })
}
const withPicture = {
  arrange: async (world: PageWorld) => {
    await named(world)
    await givePicture(world.browser)
  },
}

const meta: Meta<typeof UserProfile> = {
  title: 'Components/UserProfile/Profile picture',
  component: UserProfile,
  parameters: { usher: { arrange: named } },
}
export default meta

type Story = StoryObj<typeof UserProfile>

const upload = 'Upload, Profile picture'
const pictures = (element: HTMLElement) => [...element.querySelectorAll<HTMLImageElement>('.cl-avatarImage')]
const inputOf = (element: HTMLElement) => element.querySelector('input[type=file]') as HTMLInputElement

/** Picks a file, as the chooser of the system does it. */
async function pick(element: HTMLElement, file: File) {
  const at = within(element)
  await expect(await at.findByRole('button', { name: upload })).toBeVisible()
  await userEvent.upload(inputOf(element), file, { applyAccept: false })
  return at
}

async function beginCrop(element: HTMLElement) {
  const at = await pick(element, await drawPicture())
  await waitFor(() => expect(at.getByRole('heading', { name: 'Choose what is seen' })).toHaveFocus())
  await waitFor(() => expect(at.getByRole('button', { name: 'Save' })).not.toHaveAttribute('aria-disabled'))
  return at
}

export const None: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('button', { name: upload })).toBeVisible()
    await expect(at.getByText('PNG, JPEG or WebP, up to 10 MB')).toBeVisible()
    await expect(at.queryByRole('button', { name: 'Remove, Profile picture' })).toBeNull()
    await expect(pictures(canvasElement)).toHaveLength(0)
  },
}

export const Cutting: Story = {
  play: async ({ canvasElement }) => {
    const at = await beginCrop(canvasElement)
    const frame = at.getByRole('application', { name: 'Your picture' })
    await userEvent.tab()
    await expect(frame).toHaveFocus()
    await userEvent.keyboard('{+}{ArrowRight}')
    await expect(at.getByRole('slider', { name: 'Zoom' })).toHaveValue('1.1')
  },
}

export const Changed: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await beginCrop(canvasElement)
    loaded.world.network.delay = 500
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    // In the row and in the rail, before the server has answered.
    await waitFor(() => expect(pictures(canvasElement)).toHaveLength(2), { timeout: 400 })
    await waitFor(() => expect(at.getByRole('button', { name: upload })).toHaveFocus(), { timeout: 8000 })
    await expect(loaded.world.clerk.user?.hasImage).toBe(true)
    await waitFor(() => expect(pictures(canvasElement)[0]?.naturalWidth).toBe(200))
    const said = document.querySelector('[data-live-region="polite"]')
    await waitFor(() => expect(said).toHaveTextContent('Your picture is saved.'))
  },
}

export const Dropped: Story = {
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    const button = await at.findByRole('button', { name: upload })
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(await drawPicture())
    const drag = (type: string) =>
      button.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    drag('dragover')
    await waitFor(() => expect(canvasElement.querySelector('[data-dragging]')).not.toBeNull())
    drag('drop')
    await waitFor(() => expect(at.getByRole('heading', { name: 'Choose what is seen' })).toBeVisible())
  },
}

export const NotAPicture: Story = {
  play: async ({ canvasElement }) => {
    const at = await pick(canvasElement, new File(['<svg/>'], 'me.svg', { type: 'image/svg+xml' }))
    await expect(await at.findByText(/This is no picture that we can read/)).toBeVisible()
    await expect(at.getByRole('button', { name: upload })).toHaveFocus()
  },
}

export const OnlyCalledAPicture: Story = {
  play: async ({ canvasElement }) => {
    const at = await pick(canvasElement, new File(['no picture'], 'me.png', { type: 'image/png' }))
    await expect(await at.findByText(/This is no picture that we can read/)).toBeVisible()
    await waitFor(() => expect(at.getByRole('button', { name: upload })).toHaveFocus())
  },
}

export const TooLarge: Story = {
  play: async ({ canvasElement }) => {
    const file = new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'me.png', { type: 'image/png' })
    const at = await pick(canvasElement, file)
    await expect(await at.findByText('This file is larger than 10 MB. Choose a smaller one.')).toBeVisible()
  },
}

export const NotSavedGoesBack: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await beginCrop(canvasElement)
    loaded.world.network.status = 503
    loaded.world.network.delay = 300
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(pictures(canvasElement)).toHaveLength(2), { timeout: 250 })
    await expect(await at.findByText('We could not reach Acme')).toBeVisible()
    await expect(pictures(canvasElement)).toHaveLength(0)
    loaded.world.network.status = null
    await userEvent.click(at.getByRole('button', { name: /try again|retry/i }))
    await waitFor(() => expect(loaded.world.clerk.user?.hasImage).toBe(true))
  },
}

export const Offline: Story = {
  play: async ({ canvasElement, loaded }) => {
    const at = await beginCrop(canvasElement)
    loaded.world.network.isOffline = true
    await userEvent.click(at.getByRole('button', { name: 'Save' }))
    await expect(await at.findByText('We could not reach Acme')).toBeVisible()
    await expect(pictures(canvasElement)).toHaveLength(0)
  },
}

export const Removed: Story = {
  parameters: { usher: withPicture },
  play: async ({ canvasElement, loaded }) => {
    const at = within(canvasElement)
    const remove = await at.findByRole('button', { name: 'Remove, Profile picture' })
    await userEvent.click(remove)
    await waitFor(() => expect(at.getByRole('heading', { name: 'Remove your picture?' })).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(at.getByRole('button', { name: 'Remove, Profile picture' })).toHaveFocus())
    await userEvent.click(at.getByRole('button', { name: 'Remove, Profile picture' }))
    await userEvent.click(await at.findByRole('button', { name: 'Remove picture' }))
    await waitFor(() => expect(at.getByRole('button', { name: upload })).toHaveFocus())
    await expect(loaded.world.clerk.user?.hasImage).toBe(false)
    await expect(pictures(canvasElement)).toHaveLength(0)
  },
}

export const CannotBeLoaded: Story = {
  parameters: {
    usher: {
      arrange: async (world: PageWorld) => {
        await withPicture.arrange(world)
        world.server.deps.images.urlOf = () => 'data:image/png;base64,AAAA'
      },
    },
  },
  play: async ({ canvasElement }) => {
    const at = within(canvasElement)
    await expect(await at.findByRole('button', { name: upload })).toBeVisible()
    await waitFor(() => expect(pictures(canvasElement)).toHaveLength(0))
  },
}

export const WithPicture: Story = { parameters: { usher: withPicture } }

export const CuttingInTheDark: Story = { ...Cutting, globals: { theme: 'dark' } }

export const CuttingRightToLeft: Story = { ...Cutting, globals: { direction: 'rtl' } }
