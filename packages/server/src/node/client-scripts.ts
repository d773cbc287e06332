import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Installed = { version: string; dist: string }

const asked =
  /^(?<mount>(?:\/__clerk)?)\/npm\/@clerk\/(?<name>clerk-js|ui)@(?<wanted>[\w.-]+)\/dist\/(?<file>.*)$/
// No part of a path begins with a dot, and nothing in it is percent-encoded.
const safeFile = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?<type>js|css|map)$/
const types = { js: 'text/javascript', css: 'text/css', map: 'application/json' } as const

const headers = {
  // The scripts are public, and browsers ask for them without cookies.
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
}
const forever = 'public, max-age=31536000, immutable'
const aWhile = 'public, max-age=300'

/**
 * Answers for the scripts that `@clerk/react` asks of a server when it has nothing but a publishable key, out of the
 * packages `@clerk/clerk-js` and `@clerk/ui` where they are installed beside this server; null for every other request.
 * @param folders in which they are looked for, by the rules of Node
 */
export function createClientScripts(
  folders: readonly string[],
): (request: Request) => Promise<Response | null> {
  const installed = new Map<string, Promise<Installed | null>>()
  const find = (name: string) => {
    const known = installed.get(name) ?? findInstalled(`@clerk/${name}`, folders)
    installed.set(name, known)
    return known
  }
  return async (request) => {
    if (!request.url.includes('/npm/@clerk/')) return null
    const { pathname } = new URL(request.url)
    const { mount = '', name = '', wanted = '', file = '' } = asked.exec(pathname)?.groups ?? {}
    const type = safeFile.exec(file)?.groups?.type as keyof typeof types | undefined
    if (!type) return refuse(404, 'There is no such script.')
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Scripts are only read.')
    const found = await find(name)
    if (!found)
      return refuse(404, `@clerk/${name} is not installed beside the server: npm install @clerk/${name}`)
    if (wanted !== found.version) {
      if (!fits(wanted, found.version))
        return refuse(404, `@clerk/${name} ${found.version} is installed beside the server, not ${wanted}.`)
      const location = `${mount}/npm/@clerk/${name}@${found.version}/dist/${file}`
      return new Response(null, {
        status: 307,
        headers: { ...headers, Location: location, 'Cache-Control': aWhile },
      })
    }
    const body = await readFile(join(found.dist, file)).catch(() => null)
    if (!body) return refuse(404, 'There is no such script.')
    const content = { 'Content-Type': `${types[type]}; charset=utf-8`, 'Cache-Control': forever }
    return new Response(body, { headers: { ...headers, ...content } })
  }
}

async function findInstalled(name: string, folders: readonly string[]): Promise<Installed | null> {
  for (const folder of folders) {
    const path = findPackageJson(name, folder)
    if (!path) continue
    const { version } = JSON.parse(await readFile(path, 'utf8'))
    if (typeof version === 'string') return { version, dist: join(dirname(path), 'dist') }
  }
  return null
}

function findPackageJson(name: string, folder: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(join(folder, 'any.js')))
  } catch {
    return undefined
  }
}

/** Whether `6`, `6.40` or `latest` may be answered with 6.40.0. */
const fits = (wanted: string, version: string): boolean =>
  wanted === 'latest' || (/^\d+(\.\d+)?$/.test(wanted) && version.startsWith(`${wanted}.`))

const refuse = (status: 404 | 405, sentence: string): Response =>
  new Response(`${sentence}\n`, {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' },
  })
