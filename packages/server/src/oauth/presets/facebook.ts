import { asObject, emailOf, imageOf, subjectOf, textOf } from '../claims.ts'
import type { ProviderPreset } from '../provider.ts'

const graph = 'https://graph.facebook.com/v23.0'

export const facebook: ProviderPreset = {
  server: {
    issuer: 'https://www.facebook.com',
    authorization_endpoint: 'https://www.facebook.com/v23.0/dialog/oauth',
    token_endpoint: `${graph}/oauth/access_token`,
  },
  scopes: ['email', 'public_profile'],
  hasNoPkce: true,
  async readProfile(ask) {
    const me = asObject(await ask(`${graph}/me?fields=id,email,first_name,last_name,picture`))
    return {
      subject: subjectOf(me.id),
      // Facebook does not say whether an address was proved.
      ...emailOf(me.email, false),
      firstName: textOf(me.first_name),
      lastName: textOf(me.last_name),
      username: null,
      imageUrl: imageOf(asObject(asObject(me.picture).data).url),
    }
  },
}
