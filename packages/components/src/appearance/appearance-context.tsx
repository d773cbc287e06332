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
  children: ReactNode
}): ReactNode {
  const around = useContext(AppearanceContext)
  // The list is made anew at every render; its entries are the app's own objects.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the entries are the dependencies
  const value = useMemo(() => mergeAppearance(around, ...props.appearances), [around, ...props.appearances])
  return <AppearanceContext.Provider value={value}>{props.children}</AppearanceContext.Provider>
}

/** The look that holds here. */
export const useAppearance = (): ResolvedAppearance => useContext(AppearanceContext)

/**
 * The class names of an element: `cl-key cl-key__id cl-state`, then the app's own.
 *
 * Rule objects among the app's `elements` are not class names; `elementStyles` finds them beside these.
 */
export function useElementClass(key: string, id?: string, state?: string): string {
  const { elements } = useContext(AppearanceContext)
  let name = `cl-${key}`
  if (id) name += ` cl-${key}__${id}`
  if (state) name += ` cl-${state}`
  for (const style of elementStyles(elements, key, id, state))
    if (typeof style === 'string') name += ` ${style}`
  return name
}
