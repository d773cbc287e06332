'use client'

import { createContext, type ReactNode, useContext, useMemo } from 'react'
import {
  elementStyles,
  emptyAppearance,
  mergeAppearance,
  type ResolvedAppearance,
} from './merge-appearance.ts'
import type { Appearance } from './types.ts'

const AppearanceContext = createContext<ResolvedAppearance>(emptyAppearance)

/** Lays `appearances` (weakest first) over what stands around it, for everything inside. */
export function AppearanceProvider(props: {
  appearances: (Appearance | undefined)[]
  /** For style tags under a strict Content-Security-Policy; that of the provider around without it. */
  nonce?: string | undefined
  children: ReactNode
}): ReactNode {
  const around = useContext(AppearanceContext)
  const { appearances, nonce = around.nonce } = props
  // The list is made anew at every render; its entries are the app's own objects.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are the dependencies
  const value = useMemo(
    () => mergeAppearance({ ...around, nonce }, ...appearances),
    [around, nonce, ...appearances],
  )
  return <AppearanceContext.Provider value={value}>{props.children}</AppearanceContext.Provider>
}

/** The look that holds here. */
export const useAppearance = (): ResolvedAppearance => useContext(AppearanceContext)

/**
 * The class names of an element: `cl-key cl-key__id cl-state`, then the app's own. An element of several keys has them
 * in one text, the most common one first: `button formButtonPrimary`.
 *
 * Rule objects among the app's `elements` are not class names; they stand in the style sheet of the component.
 */
export function useElementClass(keys: string, id?: string, state?: string): string {
  const { elements } = useContext(AppearanceContext)
  const names = keys.split(' ')
  return [
    ...names.flatMap((key) => (id ? [`cl-${key}`, `cl-${key}__${id}`] : `cl-${key}`)),
    ...(state ? [`cl-${state}`] : []),
    ...names
      .flatMap((key) => elementStyles(elements, key, id, state))
      .filter((style) => typeof style === 'string'),
  ].join(' ')
}
