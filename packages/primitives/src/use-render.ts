'use client'
import {
  type ComponentPropsWithoutRef,
  type ComponentPropsWithRef,
  cloneElement,
  createElement,
  isValidElement,
  type ReactElement,
  type Ref,
  version,
} from 'react'
import { mergeProps } from './merge-props.ts'
import { useMergedRef } from './use-merged-ref.ts'

/** The elements that parts can be. */
export type PartTag = keyof HTMLElementTagNameMap & keyof React.JSX.IntrinsicElements

/** What to draw instead of the part's own element: an element that receives the props, or a function of props and state. */
export type RenderProp<Tag extends PartTag, State> =
  | ReactElement
  | ((props: ComponentPropsWithRef<Tag>, state: State) => ReactElement | null)

/** The props of a part: those of its element, and `render`. */
export type PartProps<Tag extends PartTag, State = object> = ComponentPropsWithoutRef<Tag> & {
  render?: RenderProp<Tag, State>
}

interface RenderOptions<Tag extends PartTag, State> {
  /** The ref that the consumer gave to the part. */
  ref: Ref<HTMLElementTagNameMap[Tag]>
  /** What the part itself needs from the element; the consumer's props are merged over it. */
  own?: ComponentPropsWithoutRef<Tag> & { ref?: Ref<HTMLElementTagNameMap[Tag]> }
  /** The part's state: each entry that is `true` becomes an empty `data-*` attribute. */
  state?: State
}

type AnyProps = Record<string, unknown>

/**
 * Draws the one element of a part: merges its props with the consumer's, joins the refs, writes the state into
 * `data-*` attributes and honours `render`. Every part of this package is drawn by it.
 */
export function useRender<Tag extends PartTag, State extends object = object>(
  tag: Tag,
  { render, ...given }: PartProps<Tag, State>,
  { ref, own, state = {} as State }: RenderOptions<Tag, State>,
): ReactElement | null {
  const element = isValidElement<AnyProps>(render) ? render : undefined
  const joinedRef = useMergedRef(own?.ref, ref, element && refOf<HTMLElementTagNameMap[Tag]>(element))
  const props: AnyProps = {
    ...mergeProps(dataAttributes(state), own, given, element?.props),
    ref: joinedRef,
  }
  if (typeof render === 'function') return render(props as ComponentPropsWithRef<Tag>, state)
  return element ? cloneElement(element, props) : createElement(tag, props)
}

function dataAttributes(state: object) {
  const attributes: AnyProps = {}
  for (const [name, value] of Object.entries(state)) {
    if (value === true)
      attributes[`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = ''
  }
  return attributes
}

// NOTE: React 19 keeps the ref among the props and warns about `element.ref`; React 18 does the opposite.
function refOf<T>(element: ReactElement<AnyProps>) {
  const holder: { ref?: unknown } =
    Number.parseInt(version, 10) >= 19 ? element.props : (element as { ref?: unknown })
  return holder.ref as Ref<T> | undefined
}
