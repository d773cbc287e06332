const leastBetweenReads = 10_000
const pollTokens = 5_000

type Options = {
  /** The active session, when somebody is signed in. */
  sessionId: () => string | undefined
  secondsLeft: (sessionId: string) => number
  refreshToken: (sessionId: string) => Promise<unknown>
  /** Nothing is known from the server: the next sign of life is used at once. */
  isBehind: () => boolean
  refreshClient: () => Promise<unknown>
  /** The token is replaced before it ends. */
  polls: boolean
  /** A tab that comes back is a sign of life. */
  touches: () => boolean
}

/** While the tab is seen: replaces the token before it ends, and looks at the client again when the tab comes back. */
export function keepFresh(options: Options): () => void {
  const { sessionId, secondsLeft, refreshToken, isBehind, refreshClient, polls, touches } = options
  let lastRead = Date.now()
  const isSeen = () => document.visibilityState === 'visible'
  const checkToken = () => {
    const id = sessionId()
    // A failure shows at the next call that needs the token; the next tick tries again.
    if (id && isSeen() && secondsLeft(id) === 0) refreshToken(id).catch(() => {})
  }
  const onSeen = () => {
    if (!isSeen()) return
    if (polls) checkToken()
    if (!isBehind() && (!touches() || Date.now() - lastRead < leastBetweenReads)) return
    lastRead = Date.now()
    refreshClient().catch(() => {})
  }
  const timer = polls ? setInterval(checkToken, pollTokens) : undefined
  document.addEventListener('visibilitychange', onSeen)
  window.addEventListener('focus', onSeen)
  window.addEventListener('online', onSeen)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onSeen)
    window.removeEventListener('focus', onSeen)
    window.removeEventListener('online', onSeen)
  }
}
