import { type InstanceSettings, isOAuthPreset, type OAuthPreset, oauthStrategyOf } from '@usher/protocol'
import { apple } from './presets/apple.ts'
import { discord } from './presets/discord.ts'
import { facebook } from './presets/facebook.ts'
import { github } from './presets/github.ts'
import { discovered, gitlab, google, linkedin, microsoft, slack } from './presets/open-id.ts'
import { x } from './presets/x.ts'
import type { Provider, ProviderPreset } from './provider.ts'

const presets: Record<OAuthPreset, ProviderPreset> = {
  apple,
  discord,
  facebook,
  github,
  gitlab,
  google,
  linkedin,
  microsoft,
  slack,
  x,
}

/** The strategy of a provider as a backend names it: `oauth_google`, or `google` alone. */
export const strategyNamed = (name: string): string => (name.startsWith('oauth_') ? name : `oauth_${name}`)

/** The provider behind a strategy; undefined when the settings name none. */
export function providerOf({ oauth }: InstanceSettings, strategy: string): Provider | undefined {
  const key = Object.keys(oauth).find((name) => oauthStrategyOf(name) === strategy)
  const settings = key === undefined ? undefined : oauth[key]
  if (key === undefined || !settings) return undefined
  return {
    strategy: oauthStrategyOf(key),
    settings,
    preset: isOAuthPreset(key) ? presets[key] : discovered,
  }
}
