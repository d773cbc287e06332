/**
 * The widest domain that the server shares with pages that may call it, for the cookie by which their backends know that
 * somebody is signed in: `example.com` for `auth.example.com` and `https://app.example.com`. Null when the pages are on
 * the very host of the server, or share no domain with it.
 */
export function sharedDomain(frontendApi: string, origins: string[]): string | null {
  const own = hostOf(`https://${frontendApi}`)
  const others = origins.map(hostOf).filter((host) => host !== own)
  const shared = others.map((host) => commonEnd(own, host)).filter(isDomain)
  return shared.sort((one, other) => one.length - other.length)[0] ?? null
}

const hostOf = (origin: string) => new URL(origin).hostname

function commonEnd(one: string, other: string): string {
  const [left, right] = [one, other].map((host) => host.split('.').reverse()) as [string[], string[]]
  const differs = left.findIndex((label, index) => label !== right[index])
  return left
    .slice(0, differs === -1 ? left.length : differs)
    .reverse()
    .join('.')
}

// Browsers take no cookie for what everybody may register a name under; the usual ones of two parts are known by sight.
const isDomain = (domain: string): boolean =>
  /^[^.]+\..*[a-z]/i.test(domain) && !/^(ac|co|com|edu|gov|net|org)\.[a-z]{2}$/i.test(domain)
