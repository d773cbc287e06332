import type { Api } from '../api.ts'
import { EmailLinkError } from './email-link-error.ts'
import { readLanding } from './read-landing.ts'

export type EmailLinkVerificationParams = {
  /** Where to go when more is needed to finish in this browser. */
  redirectUrl?: string | undefined
  /** Where to go when the person is signed in here. */
  redirectUrlComplete?: string | undefined
  /** The attempt goes on in the browser where it was begun. */
  onVerifiedOnOtherDevice?: (() => unknown) | undefined
}

/** Takes up what a link has led to on this page. */
export async function handleLanding(
  api: Api,
  { redirectUrl, redirectUrlComplete, onVerifiedOnOtherDevice }: EmailLinkVerificationParams,
  go: (to: string) => unknown,
): Promise<unknown> {
  const { status, createdSessionId, verifiedFromTheSameClient } = readLanding(api) ?? { status: 'failed' }
  if (status !== 'verified') throw new EmailLinkError(status)
  if (verifiedFromTheSameClient && createdSessionId) {
    const session = api.client.get()?.sessions.find(({ id }) => id === createdSessionId)
    const isWaiting = session?.status === 'pending' && redirectUrl
    await api.setActive({
      session: createdSessionId,
      ...(isWaiting ? { navigate: () => go(redirectUrl) } : { redirectUrl: redirectUrlComplete }),
    })
    return
  }
  const { sign_in: signIn, sign_up: signUp } = api.client.get() ?? {}
  const goesOnHere = signIn?.status === 'needs_second_factor' || signUp?.status === 'missing_requirements'
  if (goesOnHere) return redirectUrl && go(redirectUrl)
  return onVerifiedOnOtherDevice?.()
}
