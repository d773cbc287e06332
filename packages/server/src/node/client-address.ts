/**
 * The address of whoever sent a request: the socket's, or with proxies in front the one that the outermost of them
 * reported. Entries that a caller may have made up are never reached (S47).
 * @param trusted how many proxies stand in front
 */
export function clientAddress(
  socket: string | undefined,
  forwardedFor: string | null,
  trusted: number,
): string | undefined {
  if (trusted === 0 || forwardedFor === null) return socket
  const hops = [
    ...forwardedFor
      .split(',')
      .map((hop) => hop.trim())
      .filter(Boolean),
    socket ?? '',
  ]
  return hops.at(-1 - trusted) ?? hops[0]
}
