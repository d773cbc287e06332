import '../../styles/styles.css'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PageCard } from './page.tsx'
import { Rail } from './rail.tsx'
import { StoryBox } from './testing/story-box.tsx'

function Profile() {
  const [current, setCurrent] = useState('account')
  const pages = ['account', 'security'].map((id) => ({
    id,
    label: id,
    icon: null,
    onClick: () => setCurrent(id),
  }))
  return (
    <StoryBox>
      <PageCard rail={<Rail label="Pages" preview="Ada" pages={pages} currentId={current} />}>
        {current}
      </PageCard>
    </StoryBox>
  )
}

it('a page that is chosen in the folded list leaves the focus on the button of the list', async () => {
  await page.viewport(320, 700)
  const screen = await render(<Profile />)
  const menu = screen.getByRole('button', { name: 'account', expanded: false })
  await userEvent.click(menu)
  await userEvent.click(screen.getByRole('navigation').getByRole('button', { name: 'security' }))
  const folded = screen.getByRole('button', { name: 'security', expanded: false })
  await expect.element(folded).toHaveFocus()
})

it('where the list does not fold, the focus stays on the page that is chosen', async () => {
  await page.viewport(1280, 700)
  const screen = await render(<Profile />)
  const item = screen.getByRole('navigation').getByRole('button', { name: 'security' })
  await userEvent.click(item)
  await expect.element(item).toHaveFocus()
})
