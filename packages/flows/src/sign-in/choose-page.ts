const mark = /#?\/choose\/?$/

/** Whether the address bar names the page on which one chooses an account: `/sign-in#/choose` or `/sign-in/choose`. */
export const isChoosePage = (): boolean => mark.test(location.pathname) || mark.test(location.hash)

/** Leaves that page for the sign-in itself, without loading anything. */
export function leaveChoosePage(): void {
  const { pathname, search, hash } = location
  history.replaceState(history.state, '', pathname.replace(mark, '') + search + hash.replace(mark, ''))
}
