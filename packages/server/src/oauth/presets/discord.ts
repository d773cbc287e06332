import { asObject, emailOf, namesOf, subjectOf, textOf } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

export const discord: ProviderPreset = {
  server: {
    issuer: 'https://discord.com',
    authorization_endpoint: 'https://discord.com/oauth2/authorize',
    token_endpoint: 'https://discord.com/api/oauth2/token',
  },
  scopes: ['identify', 'email'],
  async readProfile(ask) {
    const me = asObject(await ask('https://discord.com/api/users/@me'))
    const subject = subjectOf(me.id)
    const avatar = textOf(me.avatar, 64)
    return {
      subject,
      ...emailOf(me.email, me.verified),
      ...namesOf(me.global_name),
      username: textOf(me.username),
      imageUrl:
        avatar && /^\w+$/.test(avatar)
          ? `https://cdn.discordapp.com/avatars/${encodeURIComponent(subject)}/${avatar}.png`
          : null,
    }
  },
}
