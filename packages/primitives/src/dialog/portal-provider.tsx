'use client'
import { createContext, type ReactNode } from 'react'

/** Where the dialogs below are put; the end of the body without it. */
export const PortalContext = createContext<() => Element | null>(() => null)

export interface PortalProviderProps {
  /** Gives the element to put them into; asked whenever one opens. */
  getContainer: () => Element | null
  children?: ReactNode
}

/** Puts every dialog below into an element of the app's, such as the content of a dialog of its own. */
export function PortalProvider({ getContainer, children }: PortalProviderProps): ReactNode {
  return <PortalContext.Provider value={getContainer}>{children}</PortalContext.Provider>
}
