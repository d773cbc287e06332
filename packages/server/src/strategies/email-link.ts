import type { InstanceSettings } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import { checkLink } from '../codes/check-link.ts'
import { sendProof } from '../codes/send-proof.ts'
import { findVerification } from '../stores/verification-store.ts'
import { chooseAmong, chooseTarget, verifiedOf } from './contact-code.ts'
import type { FactorContext, FactorHandler, FirstFactorHandler } from './strategy-handler.ts'

const strategy = 'email_link'
const kind = 'email_address'

/** Signing in with a link that was sent to an address; it is tried by confirming it, not by the client. */
export const emailLinkStrategy: FirstFactorHandler = {
  leadsTo: 'complete',
  ...linkTo('sign_in', (settings, context, id) => chooseTarget(kind, settings, context, id)),
}

/** Showing by a link that a browser is one's own which the account does not know. */
export const trustLinkStrategy: FactorHandler = linkTo('second_factor', (_, context, id) =>
  chooseAmong(kind, verifiedOf(kind, context), id),
)

type Choose = (
  settings: InstanceSettings,
  context: FactorContext,
  id: string | undefined,
) => ReturnType<typeof chooseTarget>

function linkTo(
  owner: 'sign_in' | 'second_factor',
  choose: Choose,
): Pick<FactorHandler, 'isEnabled' | 'attempt'> & Required<Pick<FactorHandler, 'prepare'>> {
  return {
    isEnabled: (settings) => settings.emailLinkSignIn,
    async prepare(deps, context, { contactId, link }) {
      const target = choose(deps.settings, context, contactId)
      const of = { owner, ownerId: context.signIn.id, strategy, purpose: 'sign_in' } as const
      await sendProof(deps, { ...of, ...target, link })
    },
    async attempt(deps, context, { link }) {
      if (!link) throw new ApiError('form_param_value_invalid', { paramName: 'strategy' })
      const of = { owner, ownerId: context.signIn.id } as const
      const sent = await findVerification(deps.db, { ...of, strategy })
      const target = verifiedOf(kind, context).find((row) => row.id === sent?.target_id)
      return checkLink(deps, { ...of, link, addressNorm: target?.value_norm ?? null })
    },
  }
}
