/** Whether this browser can make and use passkeys. */
export const isWebAuthnSupported = (): boolean => typeof globalThis.PublicKeyCredential !== 'undefined'

/** Whether its fields can offer them. */
export const isWebAuthnAutofillSupported = async (): Promise<boolean> =>
  (await globalThis.PublicKeyCredential?.isConditionalMediationAvailable?.()) ?? false

/** Whether this device itself can hold them, with a face, a finger or a PIN. */
export const isWebAuthnPlatformAuthenticatorSupported = async (): Promise<boolean> =>
  (await globalThis.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.()) ?? false
