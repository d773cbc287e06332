import axe from 'axe-core'
import { afterEach, expect } from 'vitest'
import { page } from 'vitest/browser'

// Every story as it ended, on the narrowest screen and in the theme that it did not choose.
afterEach(async () => {
  await page.viewport(320, 640)
  endMotion()
  expect(findOverflow(), 'wider than a screen of 320 px').toEqual([])
  const { documentElement: root } = document
  const isDark = root.getAttribute('data-usher-theme') === 'dark'
  root.setAttribute('data-usher-theme', isDark ? 'light' : 'dark')
  expect(await findFaintText(), `too faint in the ${isDark ? 'light' : 'dark'} theme`).toEqual([])
})

const scrolls = new Set(['auto', 'scroll', 'hidden', 'clip'])

/** Lets what moves arrive; what moves for ever goes on. */
function endMotion(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish()
}

/** What does not fit on a screen as wide as this one: it lies beyond the edge, or is cut off by what it stands in. */
function findOverflow(): string[] {
  const { clientWidth } = document.documentElement
  return [...document.body.querySelectorAll<HTMLElement>('[class*="cl-"]')]
    .filter(isSeen)
    .flatMap((element) => {
      const { left, right } = element.getBoundingClientRect()
      const isLonger = element.scrollWidth > element.clientWidth + 1
      const isCut = isLonger && element.textContent && scrolls.has(getComputedStyle(element).overflowX)
      return right > clientWidth + 1 || left < -1 || isCut ? [describe(element)] : []
    })
}

/** Text that cannot be told from its ground, in the theme that the page has now. */
async function findFaintText(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['color-contrast'],
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ nodes }) =>
    nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`),
  )
}

// Fields scroll what is typed, and hidden texts are one pixel wide.
const isSeen = (element: HTMLElement) =>
  element.checkVisibility({ visibilityProperty: true }) &&
  !element.matches('input, .cl-visuallyHidden, .cl-visuallyHidden *')

const describe = (element: HTMLElement) =>
  `${element.className} "${(element.textContent ?? '').slice(0, 40)}": ${element.scrollWidth} in ${element.clientWidth}`
