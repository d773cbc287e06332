import { type ComponentType, createElement, type ReactElement, type ReactNode, StrictMode } from 'react'
import { describe, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { expectAxeClean } from './axe.ts'

export interface PartContract {
  name: string
  // biome-ignore lint/suspicious/noExplicitAny: the contract is the same for every part, whatever its props
  Part: ComponentType<any>
  /** The element that it draws. */
  tag: string
  /** What it cannot do without. */
  props?: Record<string, unknown>
  /** Puts the part where it belongs. */
  wrap?: (part: ReactElement) => ReactNode
}

const PROBE = 'data-probe'
const probe = () => document.querySelector<HTMLElement>(`[${PROBE}]`) as HTMLElement

/** The contract that every part keeps: ref, `render`, merged props, composed handlers, unique ids, no finding of axe. */
export function describePart({ name, Part, tag, props = {}, wrap = (part) => part }: PartContract) {
  const draw = (extra: Record<string, unknown>) => {
    const part = <Part {...props} {...{ [PROBE]: '' }} {...extra} />
    return render(<StrictMode>{wrap(part)}</StrictMode>)
  }

  describe(name, () => {
    test('is one element and gives it to the ref, and null when it leaves', async () => {
      const ref = vi.fn()
      const { unmount } = await draw({ ref })
      expect(probe().tagName.toLowerCase()).toBe(tag)
      expect(ref).toHaveBeenLastCalledWith(probe())
      await unmount()
      expect(ref).toHaveBeenLastCalledWith(null)
    })

    test('can be drawn as another element, whose own props, ref and handlers stay', async () => {
      const refs = { part: { current: null }, element: { current: null } }
      const onDoubleClick = vi.fn()
      const own = createElement(tag, {
        ref: refs.element,
        className: 'element',
        'data-own': 'yes',
        onDoubleClick,
      })
      await draw({ ref: refs.part, className: 'part', render: own, onDoubleClick })
      expect(probe()).toHaveAttribute('data-own', 'yes')
      expect([...probe().classList].sort()).toEqual(['element', 'part'])
      expect([refs.part.current, refs.element.current]).toEqual([probe(), probe()])
      doubleClick()
      expect(onDoubleClick).toHaveBeenCalledTimes(2)
    })

    test('can be drawn by a function of its props and state', async () => {
      const ref = vi.fn()
      const draws = vi.fn((given: Record<string, unknown>, _state: unknown) =>
        createElement(tag, { ...given, 'data-drawn': 'by a function' }),
      )
      await draw({ ref, render: draws })
      expect(probe()).toHaveAttribute('data-drawn', 'by a function')
      expect(ref).toHaveBeenLastCalledWith(probe())
      expect(draws.mock.lastCall?.[1]).toBeTypeOf('object')
    })

    test('takes class names, styles, data and any other attribute', async () => {
      await draw({ className: 'mine', style: { opacity: '0.5' }, 'data-step': '2', title: 'Title' })
      expect(probe()).toHaveClass('mine')
      expect(probe().style.opacity).toBe('0.5')
      expect(probe()).toHaveAttribute('data-step', '2')
      expect(probe()).toHaveAttribute('title', 'Title')
    })

    test('runs the handler of its consumer after that of the drawn element, which may prevent it', async () => {
      const calls: string[] = []
      let prevent = false
      const own = createElement(tag, {
        onDoubleClick: (event: Event) => {
          calls.push('element')
          if (prevent) event.preventDefault()
        },
      })
      await draw({ render: own, onDoubleClick: () => calls.push('part') })
      doubleClick()
      prevent = true
      doubleClick()
      expect(calls).toEqual(['element', 'part', 'element'])
    })

    test('keeps ids unique and gives axe nothing to find', async () => {
      await draw({})
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
      expect(ids).toHaveLength(new Set(ids).size)
      await expectAxeClean(document.body)
    })
  })
}

function doubleClick() {
  probe().dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true }))
}
