/** A value from the address bar, such as the email address that sign-up hands to sign-in. */
export const queryValue = (name: string): string | undefined =>
  new URLSearchParams(window.location.search).get(name) || undefined
