import { asObject, emailOf, imageOf, namesOf, subjectOf, textOf } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

const api = 'https://api.github.com'

export const github: ProviderPreset = {
  server: {
    issuer: 'https://github.com',
    authorization_endpoint: 'https://github.com/login/oauth/authorize',
    token_endpoint: 'https://github.com/login/oauth/access_token',
  },
  scopes: ['read:user', 'user:email'],
  async readProfile(ask) {
    const user = asObject(await ask(`${api}/user`))
    // The address in the profile is what its owner likes to show; these are the ones that were proved.
    const emails = await ask(`${api}/user/emails`)
    const list = Array.isArray(emails) ? emails.map(asObject) : []
    const email = list.find(({ primary }) => primary === true) ?? {}
    return {
      subject: subjectOf(user.id),
      ...emailOf(email.email, email.verified),
      ...namesOf(user.name),
      username: textOf(user.login),
      imageUrl: imageOf(user.avatar_url),
    }
  },
}
