import type { IncomingMessage, Server } from 'node:http'
import { type HttpBindings, serve } from '@hono/node-server'
import type { Bindings } from '../http/context.ts'
import { clientAddress } from './client-address.ts'
import { type HostSettings, SettingsError } from './settings/server-settings.ts'

/** Listens for HTTP; throws a sentence when the port cannot be had. */
export function listen(
  { host, port, trustedProxies }: HostSettings,
  handle: (request: Request, bindings: Bindings) => Promise<Response>,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const fetch = (request: Request, env: unknown) => {
      const { incoming } = env as HttpBindings
      const address = clientAddress(
        remoteAddress(incoming),
        request.headers.get('x-forwarded-for'),
        trustedProxies,
      )
      return handle(request, address === undefined ? {} : { ipAddress: address })
    }
    const server = serve({ fetch, hostname: host, port }, () => resolve(server)) as Server
    server.on('error', (error: NodeJS.ErrnoException) => reject(describe(error, host, port)))
  })
}

const remoteAddress = (incoming: IncomingMessage) => incoming.socket.remoteAddress

function describe(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new SettingsError(
      `Port ${port} (USHER_PORT) on ${host} is in use by another program. Stop that one, or set another port.`,
    )
  if (error.code === 'EACCES')
    return new SettingsError(`Port ${port} (USHER_PORT) may not be opened by this user.`)
  return new SettingsError(
    `The server cannot listen on ${host}:${port} (USHER_HOST, USHER_PORT): ${error.message}.`,
  )
}
