/** What a device said no to, as a form tells it like an answer of the server; anything else as it is. */
export function passkeyVerdict(error: unknown): unknown {
  const { code, message, errors } = Object(error) as { code?: unknown; message?: string; errors?: unknown }
  if (errors || typeof code !== 'string' || !code.startsWith('passkey_')) return error
  return Object.assign(new Error(message), { status: 422, errors: [{ code, message, longMessage: message }] })
}
