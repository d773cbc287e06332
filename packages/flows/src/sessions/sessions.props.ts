import type { FlowProps } from '../action/flow-props.ts'

/** A device on which the person is signed in. */
export type ActiveSession = {
  id: string
  isCurrent: boolean
  /** Sign-out of it runs; it goes away when the server confirms. */
  isPending: boolean
  deviceType: string | null
  isMobile: boolean
  browserName: string | null
  browserVersion: string | null
  ipAddress: string | null
  city: string | null
  country: string | null
  /** The person had not been signed in from that country before. */
  isNewPlace: boolean
  /** Epoch milliseconds. */
  lastActiveAt: number
}

export type ActiveSessionsProps = FlowProps<never> & {
  /** This device first, then the last used. */
  sessions: ActiveSession[]
  /** How many sessions "sign out all others" ends. */
  otherCount: number
  isSigningOutOthers: boolean
  /** What ended last, for a polite message. */
  notice: { kind: 'signed-out'; count: number } | null
  signOut: (id: string) => Promise<void>
  signOutOthers: () => Promise<void>
}

/** An account that is signed in in this browser. */
export type BrowserAccount = {
  sessionId: string
  userId: string
  name: string
  identifier: string
  imageUrl: string
  hasImage: boolean
}

export type UserButtonOptions = {
  /** Where to go after the last account was signed out. */
  afterSignOutUrl?: string | undefined
  /** Where to go after one of several accounts was signed out; the page on which one chooses unless told. */
  afterMultiSessionSingleSignOutUrl?: string | undefined
  /** Where to go after another account was chosen; what this page shows may not be its own. `/` unless told. */
  afterSwitchSessionUrl?: string | undefined
  signInUrl?: string | undefined
  /** Whether "Manage account" opens a dialog or goes to a page; a dialog, unless `userProfileUrl` names the page. */
  userProfileMode?: 'modal' | 'navigation' | undefined
  /** The page with the profile; that of the provider unless told. */
  userProfileUrl?: string | undefined
}

export type UserButtonProps = FlowProps<never> & {
  /** Null when nobody is signed in. */
  current: BrowserAccount | null
  /** The other accounts of this browser. */
  others: BrowserAccount[]
  /** The instance lets a browser hold several accounts. */
  canAddAccount: boolean
  /** What runs: `signOut`, `signOutAll`, or the id of the session that becomes the active one. */
  pendingAction: string | null
  switchTo: (sessionId: string) => Promise<void>
  /** Signs the current account out. */
  signOut: () => Promise<void>
  signOutAll: () => Promise<void>
  manageAccount: () => void
  addAccount: () => void
}
