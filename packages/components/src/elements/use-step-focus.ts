import type { FlowProps } from '@usher/flows'
import { useFocusOnChange } from '@usher/primitives'
import type { RefObject } from 'react'
import { useAppearance } from '../appearance/appearance-context.tsx'

/**
 * Moves the focus into a card when its step changes, as the flow and the app's `autoFocus` say.
 * @param takesFocus whether the first step takes it too: something else stood in its place
 * @returns the ref for the container
 */
export function useStepFocus(
  { focusKey, focusTarget }: Pick<FlowProps<string>, 'focusKey' | 'focusTarget'>,
  takesFocus: boolean,
): RefObject<HTMLDivElement | null> {
  const { autoFocus } = useAppearance().options
  return useFocusOnChange<HTMLDivElement>(focusKey, {
    target: focusTarget?.kind === 'heading' || autoFocus === false ? 'heading' : 'field',
    initial: takesFocus || autoFocus === true,
  })
}
