import '../../styles/styles.css'
import { expect, it, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Menu } from './menu.tsx'
import { StoryBox } from './testing/story-box.tsx'
import { UserPopover, UserPopoverAction } from './user-popover.tsx'

const drawMenu = (onSelect: () => void) =>
  render(
    <StoryBox>
      <Menu
        label="Actions for ada@example.com"
        items={[
          { id: 'primary', label: 'Make primary', onSelect },
          { id: 'locked', label: 'Locked', isDisabled: true, onSelect },
          { id: 'remove', label: 'Remove email', danger: true, onSelect },
        ]}
      />
    </StoryBox>,
  )

it('a row menu is walked with the keyboard and gives the focus back', async () => {
  const screen = await drawMenu(() => undefined)
  const opener = screen.getByRole('button', { name: 'Actions for ada@example.com' })
  opener.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('menuitem', { name: 'Make primary' })).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(screen.getByRole('menuitem', { name: 'Remove email' })).toHaveFocus()
  await userEvent.keyboard('m')
  await expect.element(screen.getByRole('menuitem', { name: 'Make primary' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(opener).toHaveFocus()
  await expect.element(opener).toHaveAttribute('aria-expanded', 'false')
})

it('a choice closes the menu and runs once; what is disabled does nothing', async () => {
  const onSelect = vi.fn()
  const screen = await drawMenu(onSelect)
  await screen.getByRole('button', { name: 'Actions for ada@example.com' }).click()
  await screen.getByRole('menuitem', { name: 'Locked' }).click({ force: true })
  expect(onSelect).not.toHaveBeenCalled()
  await screen.getByRole('menuitem', { name: 'Remove email' }).click()
  expect(onSelect).toHaveBeenCalledOnce()
  expect(screen.getByRole('menuitem').elements()).toHaveLength(0)
})

it("the avatar opens a named box beside it, and its initials are no part of the button's name", async () => {
  const screen = await render(
    <StoryBox size="inline">
      <UserPopover user={{ userId: 'user_1', name: 'Ada Lovelace' }} label="Account: Ada Lovelace">
        {(close) => (
          <UserPopoverAction id="signOut" icon={null} onClick={close}>
            Sign out
          </UserPopoverAction>
        )}
      </UserPopover>
    </StoryBox>,
  )
  const opener = screen.getByRole('button', { name: 'Account: Ada Lovelace', exact: true })
  await opener.click()
  await expect.element(screen.getByRole('dialog', { name: 'Account: Ada Lovelace' })).toBeVisible()
  await screen.getByRole('button', { name: 'Sign out' }).click()
  await expect.element(opener).toHaveFocus()
})
