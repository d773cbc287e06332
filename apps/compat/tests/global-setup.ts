import { type ChildProcess, fork, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { freePort, startApp } from './start-app.ts'

const here = fileURLToPath(new URL('..', import.meta.url))
const cli = fileURLToPath(new URL('../../../packages/server/src/node/cli.ts', import.meta.url))

/** A host of the kind that real clients take for a development one. */
export const keyOnlyHost = 'usher.accounts.dev'

declare module 'vitest' {
  export interface ProvidedContext {
    serverUrl: string
    /** A second server, which tells nobody who has an account. */
    strictServerUrl: string
    strictSecretKey: string
    /** A server that lets a browser hold several accounts, and the secret key of its backend. */
    sharedServerUrl: string
    /** A server on which people sign up and in by links alone. */
    linksServerUrl: string
    /** A server whose people sign in with accounts of a real OpenID provider, and the secret key of its backend. */
    oauthServerUrl: string
    oauthSecretKey: string
    /** A server on which people have passkeys. */
    passkeysServerUrl: string
    /** A server on which a proof of who somebody is grows old within seconds, and the secret key of its backend. */
    cautiousServerUrl: string
    cautiousSecretKey: string
    sharedSecretKey: string
    /** A server on which a password alone is not enough on a new device. */
    trustServerUrl: string
    /** A server on which everybody has to have a second factor. */
    demandingServerUrl: string
    demandingSecretKey: string
    trustSecretKey: string
    /** A server on which people wait for an invitation, and the secret key of its backend. */
    waitingServerUrl: string
    waitingSecretKey: string
    /** A server that clients know by nothing but its publishable key, the application that does, and its secret key. */
    keyOnlyServerUrl: string
    keyOnlyAppUrl: string
    keyOnlySecretKey: string
    keyOnlyPublishableKey: string
    /** The application on the unmodified clients. */
    appUrl: string
    /** The same source, in which `@clerk/react` is Usher's kit. */
    usherAppUrl: string
    /** An application that wears the themes and languages of the npm packages, under a strict Content-Security-Policy. */
    looksAppUrl: string
    /** An application as it was written in 2022, on `@usher/react/2022`. */
    appOf2022Url: string
    publishableKey: string
    secretKey: string
  }
}

/** Starts a real server on an empty database, and one application twice: on the unmodified clients, and on our kit. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'usher-compat-'))
  const { server, serverUrl, keys } = await startServer(join(folder, 'data'))
  const strict = await startServer(join(folder, 'strict'), {
    USHER_ENUMERATION_PROTECTION: 'true',
    USHER_PASSWORD: '{"required":false}',
  })
  const shared = await startServer(join(folder, 'shared'), {
    USHER_SINGLE_SESSION_MODE: 'false',
    USHER_TEST_MODE: 'true',
  })
  const links = await startServer(join(folder, 'links'), {
    USHER_EMAIL_VERIFICATIONS: '["email_link"]',
    USHER_EMAIL_LINK_SIGN_IN: 'true',
    USHER_EMAIL_CODE_SIGN_IN: 'false',
    USHER_PASSWORD: '{"enabled":false,"required":false}',
  })
  const waiting = await startServer(join(folder, 'waiting'), { USHER_SIGN_UP_MODE: 'waitlist' })
  const trust = await startServer(join(folder, 'trust'), {
    USHER_CLIENT_TRUST: 'true',
    USHER_EMAIL_LINK_SIGN_IN: 'true',
  })
  const demanding = await startServer(join(folder, 'demanding'), {
    USHER_SECOND_FACTORS: '{"authenticatorApp":true,"phoneCode":true,"backupCode":true,"required":true}',
  })
  const provider = await startProvider()
  const oauth = await startServer(join(folder, 'oauth'), {
    USHER_OAUTH: JSON.stringify({ acme: provider.settings }),
    USHER_PHONE_NUMBER: '{"enabled":false}',
    USHER_SECOND_FACTORS: '{}',
  })
  const passkeys = await startServer(join(folder, 'passkeys'), { USHER_PASSKEY: '{"enabled":true}' })
  const cautious = await startServer(join(folder, 'cautious'), {
    USHER_REVERIFICATION: '{"maxAge":10000}',
    USHER_PASSKEY: '{"enabled":true,"allowAutofill":false}',
  })
  const keyOnly = await startServer(join(folder, 'key-only'), { USHER_FRONTEND_API: keyOnlyHost })
  const proxy = { publishableKey: keys.publishable_key, proxyUrl: serverUrl }
  const app = await startApp({ ...proxy, page: 'index.html', outDir: join(folder, 'app') })
  const usherApp = await startApp({
    ...proxy,
    page: 'usher.html',
    outDir: join(folder, 'usher-app'),
    alias: { '@clerk/react': '@usher/react' },
  })
  const looksApp = await startApp({
    ...proxy,
    page: 'looks.html',
    outDir: join(folder, 'looks-app'),
    alias: { '@clerk/react': '@usher/react' },
    nonce: 'only-this-page',
    policy: strictPolicy('only-this-page', serverUrl),
  })
  const appOf2022 = await startApp({
    ...proxy,
    page: '2022.html',
    outDir: join(folder, 'app-of-2022'),
    alias: { '@clerk/clerk-react': '@usher/react/2022' },
  })
  project.provide('serverUrl', serverUrl)
  project.provide('strictServerUrl', strict.serverUrl)
  project.provide('strictSecretKey', strict.keys.secret_key)
  project.provide('sharedServerUrl', shared.serverUrl)
  project.provide('sharedSecretKey', shared.keys.secret_key)
  project.provide('linksServerUrl', links.serverUrl)
  project.provide('trustServerUrl', trust.serverUrl)
  project.provide('trustSecretKey', trust.keys.secret_key)
  project.provide('waitingServerUrl', waiting.serverUrl)
  project.provide('waitingSecretKey', waiting.keys.secret_key)
  project.provide('demandingServerUrl', demanding.serverUrl)
  project.provide('demandingSecretKey', demanding.keys.secret_key)
  project.provide('oauthServerUrl', oauth.serverUrl)
  project.provide('oauthSecretKey', oauth.keys.secret_key)
  project.provide('passkeysServerUrl', passkeys.serverUrl)
  project.provide('cautiousServerUrl', cautious.serverUrl)
  project.provide('cautiousSecretKey', cautious.keys.secret_key)
  const keyOnlyApp = await startApp({
    publishableKey: keyOnly.keys.publishable_key,
    // Its page does not read it.
    proxyUrl: keyOnly.serverUrl,
    page: 'key-only.html',
    outDir: join(folder, 'key-only-app'),
  })
  project.provide('keyOnlyServerUrl', keyOnly.serverUrl)
  project.provide('keyOnlyAppUrl', keyOnlyApp.url)
  project.provide('keyOnlySecretKey', keyOnly.keys.secret_key)
  project.provide('keyOnlyPublishableKey', keyOnly.keys.publishable_key)
  project.provide('appUrl', app.url)
  project.provide('usherAppUrl', usherApp.url)
  project.provide('looksAppUrl', looksApp.url)
  project.provide('appOf2022Url', appOf2022.url)
  project.provide('publishableKey', keys.publishable_key)
  project.provide('secretKey', keys.secret_key)
  return async () => {
    await app.close()
    await usherApp.close()
    await looksApp.close()
    await appOf2022.close()
    await keyOnlyApp.close()
    keyOnly.server.kill('SIGTERM')
    server.kill('SIGTERM')
    strict.server.kill('SIGTERM')
    shared.server.kill('SIGTERM')
    links.server.kill('SIGTERM')
    trust.server.kill('SIGTERM')
    waiting.server.kill('SIGTERM')
    demanding.server.kill('SIGTERM')
    oauth.server.kill('SIGTERM')
    provider.process.kill('SIGTERM')
    passkeys.server.kill('SIGTERM')
    cautious.server.kill('SIGTERM')
    await rm(folder, { recursive: true, force: true })
  }
}

// Nothing but the files of the app, what carries the nonce, and the server of accounts.
const strictPolicy = (nonce: string, serverUrl: string) =>
  [
    `default-src 'none'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: ${serverUrl} ${serverUrl.replace('localhost', '127.0.0.1')}`,
    `connect-src 'self' ${serverUrl}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ')

/** Starts the provider in a process of its own. */
function startProvider(): Promise<{ process: ChildProcess; settings: unknown }> {
  const script = fileURLToPath(new URL('./provider-process.ts', import.meta.url))
  const child = fork(script, {
    execArgv: ['--conditions=@usher/source'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (settings) => resolve({ process: child, settings }))
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)))
  })
}

async function startServer(data: string, settings: NodeJS.ProcessEnv = {}) {
  const port = await freePort()
  const server = spawn(process.execPath, ['--conditions=@usher/source', cli, 'serve'], {
    // Beside the real clients, whose scripts it serves.
    cwd: here,
    env: {
      ...process.env,
      USHER_PORT: String(port),
      USHER_DATA: data,
      USHER_LIMITS: 'off',
      USHER_USERNAME: '{"enabled":true}',
      USHER_DELETE_SELF: 'true',
      USHER_PHONE_NUMBER: '{"enabled":true}',
      USHER_SECOND_FACTORS: '{"authenticatorApp":true,"phoneCode":true,"backupCode":true}',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const serverUrl = `http://localhost:${port}`
  await waitFor(server, `${serverUrl}/v1/health`)
  return { server, serverUrl, keys: JSON.parse(await readFile(join(data, 'keys.json'), 'utf8')) }
}

async function waitFor(server: ChildProcess, url: string) {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server stopped with exit code ${server.exitCode}`)
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing answers at ${url} after a minute`)
}
