import type { EnvironmentJSON } from '@usher/protocol'
import type { SsoProvider } from './sso.props.ts'

/** The providers of an instance, in the order in which its settings name them. */
export const providersOf = (
  environment: EnvironmentJSON | undefined,
  lastUsed: string | null,
): SsoProvider[] =>
  Object.values(environment?.user_settings.social ?? {})
    .filter(({ enabled }) => enabled)
    .map(({ strategy, name, logo_url }) => ({
      strategy,
      slug: strategy.replace('oauth_', ''),
      name,
      logoUrl: logo_url,
      isLastUsed: strategy === lastUsed,
    }))
