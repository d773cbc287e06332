import type { ClientJSON, ErrorJSON, SignInJSON, SignUpJSON } from '@usher/protocol'
import type { TestBrowser } from '@usher/testing'
import type { ClerkLike, ClientResourceLike, SignInResourceLike, SignUpResourceLike } from '../src/kit/kit.ts'

type Fields = Record<string, unknown>
type Body = { response: unknown; client: ClientJSON | null }

/** One browser's conversation with the server: what the flows need of a client, straight over HTTP. */
export function connect(browser: TestBrowser) {
  const requests: string[] = []
  const navigations: string[] = []
  const listeners = new Set<() => void>()
  let client: ClientJSON | null = null
  let resource: ClientResourceLike | null = null
  const network = { isOffline: false, isBroken: false }

  const receive = (next: ClientJSON | null | undefined) => {
    if (!next) return
    client = next
    resource = toClient(next)
    for (const listener of listeners) listener()
  }
  const call = async <Resource>(method: string, path: string, fields: Fields = {}): Promise<Resource> => {
    requests.push(`${method} ${path}`)
    if (network.isOffline) throw new TypeError('Failed to fetch')
    if (network.isBroken) throw { status: 503, errors: [] }
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) {
      if (value !== undefined)
        body.set(
          name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          String(value),
        )
    }
    const isRead = method === 'GET'
    const response = await browser.fetch(isRead || method === 'POST' ? path : `${path}?_method=${method}`, {
      method: isRead ? 'GET' : 'POST',
      ...(!isRead && {
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    })
    const answer = JSON.parse(await response.text())
    if (response.ok) {
      receive((answer as Body).client)
      return answer.response
    }
    receive(answer.meta?.client)
    throw {
      status: response.status,
      retryAfter: Number(response.headers.get('retry-after')) || null,
      clerkTraceId: answer.clerk_trace_id,
      errors: answer.errors.map(({ code, message, long_message, meta }: ErrorJSON) => ({
        code,
        message,
        longMessage: long_message,
        meta: { paramName: meta.param_name, sessionId: meta.session_id },
      })),
    }
  }

  const signInFrom = (json: SignInJSON | null): SignInResourceLike => {
    const path = `/v1/client/sign_ins/${json?.id}`
    const send = async (to: string, fields: Fields) => signInFrom(await call<SignInJSON>('POST', to, fields))
    const verification = json?.first_factor_verification
    return {
      id: json?.id,
      status: json?.status ?? null,
      identifier: json?.identifier ?? null,
      createdSessionId: json?.created_session_id ?? null,
      supportedFirstFactors:
        json?.supported_first_factors?.map((factor) => ({
          ...factor,
          safeIdentifier: factor.safe_identifier,
          emailAddressId: factor.email_address_id,
        })) ?? null,
      firstFactorVerification: verification
        ? { ...verification, expireAt: verification.expire_at ? new Date(verification.expire_at) : null }
        : null,
      userData: json?.user_data
        ? { firstName: json.user_data.first_name, lastName: json.user_data.last_name }
        : null,
      create: (fields) => send('/v1/client/sign_ins', fields),
      prepareFirstFactor: (fields) => send(`${path}/prepare_first_factor`, fields),
      attemptFirstFactor: (fields) => send(`${path}/attempt_first_factor`, fields),
      resetPassword: (fields) => send(`${path}/reset_password`, fields),
    }
  }

  const signUpFrom = (json: SignUpJSON | null): SignUpResourceLike => {
    const path = `/v1/client/sign_ups/${json?.id}`
    const send = async (method: string, to: string, fields: Fields) =>
      signUpFrom(await call<SignUpJSON>(method, to, fields))
    const verification = json?.verifications.email_address
    return {
      id: json?.id,
      status: json?.status ?? null,
      missingFields: json?.missing_fields ?? [],
      unverifiedFields: json?.unverified_fields ?? [],
      emailAddress: json?.email_address ?? null,
      firstName: json?.first_name ?? null,
      lastName: json?.last_name ?? null,
      createdSessionId: json?.created_session_id ?? null,
      verifications: {
        emailAddress: verification
          ? {
              status: verification.status,
              nextAction: verification.next_action,
              expireAt: verification.expire_at ? new Date(verification.expire_at) : null,
            }
          : null,
      },
      create: ({ unsafeMetadata, ...fields }) =>
        send('POST', '/v1/client/sign_ups', {
          ...fields,
          unsafeMetadata: unsafeMetadata && JSON.stringify(unsafeMetadata),
        }),
      update: (fields) => send('PATCH', path, fields),
      prepareEmailAddressVerification: (fields) => send('POST', `${path}/prepare_verification`, fields),
      attemptEmailAddressVerification: (fields) =>
        send('POST', `${path}/attempt_verification`, { strategy: 'email_code', ...fields }),
    }
  }

  const toClient = (json: ClientJSON): ClientResourceLike => ({
    signIn: signInFrom(json.sign_in),
    signUp: signUpFrom(json.sign_up),
    sessions: json.sessions,
    signedInSessions: [],
    lastActiveSessionId: json.last_active_session_id,
    lastAuthenticationStrategy: json.last_authentication_strategy,
  })

  const clerk: ClerkLike = {
    get client() {
      return resource
    },
    setActive: async ({ redirectUrl }) => void navigations.push(redirectUrl ?? ''),
    signOut: () => call('DELETE', '/v1/client/sessions'),
    navigate: async (to) => void navigations.push(to),
    redirectToSignIn: async ({ initialValues }) =>
      void navigations.push(`sign-in ${initialValues.emailAddress}`),
    buildSignInUrl: () => '/sign-in',
    buildUserProfileUrl: () => '/user',
    buildAfterSignInUrl: () => '/',
    buildAfterSignUpUrl: () => '/',
    buildAfterSignOutUrl: () => '/',
  }

  return {
    clerk,
    network,
    requests,
    navigations,
    call,
    getClient: () => client,
    getResource: () => resource,
    load: async () => receive(await call<ClientJSON>('GET', '/v1/client')),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

export type Connection = ReturnType<typeof connect>
