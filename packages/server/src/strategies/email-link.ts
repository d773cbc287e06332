import { ApiError } from '../api-error.ts'
import { checkLink } from '../codes/check-link.ts'
import { sendProof } from '../codes/send-proof.ts'
import { findVerification } from '../stores/verification-store.ts'
import { chooseTarget, verifiedOf } from './contact-code.ts'
import type { FirstFactorHandler } from './strategy-handler.ts'

const strategy = 'email_link'

/** Signing in with a link that was sent to an address; it is tried by confirming it, not by the client. */
export const emailLinkStrategy: FirstFactorHandler = {
  leadsTo: 'complete',
  isEnabled: (settings) => settings.emailLinkSignIn,
  async prepare(deps, context, { contactId, link }) {
    const target = chooseTarget('email_address', deps.settings, context, contactId)
    const owner = { owner: 'sign_in', ownerId: context.signIn.id } as const
    await sendProof(deps, { ...owner, strategy, purpose: 'sign_in', ...target, link })
  },
  async attempt(deps, context, { link }) {
    if (!link) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
    const owner = { owner: 'sign_in', ownerId: context.signIn.id } as const
    const sent = await findVerification(deps.db, { ...owner, strategy })
    const target = verifiedOf('email_address', context).find((row) => row.id === sent?.target_id)
    return checkLink(deps, { ...owner, link, addressNorm: target?.value_norm ?? null })
  },
}
