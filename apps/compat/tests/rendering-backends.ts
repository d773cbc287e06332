import type { AddressInfo } from 'node:net'
import { type ClerkClient, createClerkClient } from '@clerk/backend'
import { clerkMiddleware as expressMiddleware, getAuth as readExpressAuth } from '@clerk/express'
import { clerkMiddleware as honoMiddleware, getAuth as readHonoAuth } from '@clerk/hono'
import { serve } from '@hono/node-server'
import express from 'express'
import { Hono } from 'hono'
import { inject } from 'vitest'

export type RenderingBackend = { url: string; close(): void }

type Instance = { apiUrl: string; secretKey: string; publishableKey: string; proxyUrl?: string }

type Start = (instance?: Instance) => Promise<RenderingBackend>

const usual = (): Instance => ({
  apiUrl: inject('serverUrl'),
  proxyUrl: inject('serverUrl'),
  secretKey: inject('secretKey'),
  publishableKey: inject('publishableKey'),
})

const telemetry = { disabled: true }

/** The page that each backend draws: no script is on it. */
async function draw(backend: ClerkClient, userId: string | null): Promise<string> {
  if (userId === null) return '<!doctype html><h1>Nobody is signed in</h1>'
  const user = await backend.users.getUser(userId)
  return `<!doctype html><h1>Hello ${user.primaryEmailAddress?.emailAddress}</h1>`
}

/** Draws a page at `/`, and answers at `/orders` whoever is signed in. */
const startExpress: Start = (instance = usual()) => {
  const keys = { ...instance, telemetry }
  const clerkClient = createClerkClient(keys)
  const app = express()
  app.use(expressMiddleware({ ...keys, clerkClient }))
  app.get('/', async (request, response) => {
    response.send(await draw(clerkClient, readExpressAuth(request).userId))
  })
  app.get('/orders', (request, response) => {
    const { userId } = readExpressAuth(request)
    if (!userId) response.status(401).json({ error: 'signed out' })
    else response.json({ userId })
  })
  return new Promise((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      resolve({ url: `http://localhost:${port}`, close: () => server.close() })
    })
  })
}

const startHono: Start = (instance = usual()) => {
  const keys = { ...instance, telemetry }
  const clerkClient = createClerkClient(keys)
  const app = new Hono()
  app.use('*', honoMiddleware(keys))
  app.get('/', async (c) => c.html(await draw(clerkClient, readHonoAuth(c).userId ?? null)))
  app.get('/orders', (c) => {
    const { userId } = readHonoAuth(c)
    return userId ? c.json({ userId }) : c.json({ error: 'signed out' }, 401)
  })
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ url: `http://localhost:${port}`, close: () => server.close() }),
    )
  })
}

/** Backends with the unmodified packages, that draw their pages themselves. */
export const renderingBackends: { name: string; start: Start }[] = [
  { name: '@clerk/express', start: startExpress },
  { name: '@clerk/hono', start: startHono },
]
