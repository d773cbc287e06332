import { asObject, emailOf, imageOf, namesOf, subjectOf, textOf } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

const withAddress = 'users.email'

export const x: ProviderPreset = {
  server: {
    issuer: 'https://x.com',
    authorization_endpoint: 'https://x.com/i/oauth2/authorize',
    token_endpoint: 'https://api.x.com/2/oauth2/token',
  },
  // Apps may ask for the address only once X has allowed it to them; the settings then name `users.email`.
  scopes: ['users.read', 'tweet.read', 'offline.access'],
  authenticatesBy: 'basic',
  async readProfile(ask, scopes) {
    const fields = ['profile_image_url', ...(scopes.includes(withAddress) ? ['confirmed_email'] : [])]
    const answer = asObject(await ask(`https://api.x.com/2/users/me?user.fields=${fields.join(',')}`))
    const me = asObject(answer.data)
    return {
      subject: subjectOf(me.id),
      ...emailOf(me.confirmed_email, true),
      ...namesOf(me.name),
      username: textOf(me.username),
      imageUrl: imageOf(me.profile_image_url),
    }
  },
}
