/** Whom `signUp` signs up. */
export const person = { email_address: 'ada@example.com', password: 'correct horse battery staple' }

type Answer = { response: { id: string; status: string }; errors?: unknown }

/** Signs somebody up as a browser does, with the code from the inbox, and gives the cookie of that browser. */
export async function signUp(url: string): Promise<string> {
  const cookies = new Map<string, string>()
  const post = async (path: string, fields: Record<string, string>) => {
    const response = await fetch(`${url}/v1/client/sign_ups${path}`, {
      method: 'POST',
      headers: { origin: 'http://localhost:5173', cookie: format(cookies) },
      body: new URLSearchParams(fields),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const { response: signUp, errors } = (await response.json()) as Answer
    if (!response.ok) throw new Error(`The sign-up was refused: ${JSON.stringify(errors)}`)
    return signUp
  }
  const { id } = await post('', person)
  await post(`/${id}/prepare_verification`, { strategy: 'email_code' })
  const [mail] = (await (await fetch(`${url}/_inbox.json`)).json()) as { code: string }[]
  if (!mail) throw new Error('No mail with a code came into the inbox.')
  const { status } = await post(`/${id}/attempt_verification`, { strategy: 'email_code', code: mail.code })
  if (status !== 'complete') throw new Error(`The sign-up is ${status}, not complete.`)
  return format(cookies)
}

const format = (cookies: Map<string, string>) =>
  Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ')
