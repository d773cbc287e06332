import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export type Target = { port: number; path: string; cookie?: string }

const connections = 16
const endOfHeaders = '\r\n\r\n'

/**
 * Asks one address over and over on open connections, each with one request at a time, and counts the answers a second.
 * Plain sockets, because an HTTP client costs more than the server that it would measure.
 * @param milliseconds how long
 * @throws an error at the first answer that is not 200
 */
export async function load({ port, path, cookie }: Target, milliseconds: number): Promise<number> {
  const headers = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ]
  const request = `${headers.join('\r\n')}${endOfHeaders}`
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  const begin = performance.now()
  const counts = await Promise.all(sockets.map((socket) => ask(socket, request, begin + milliseconds)))
  const seconds = (performance.now() - begin) / 1000
  return counts.reduce((sum, count) => sum + count, 0) / seconds
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  return socket
}

function ask(socket: Socket, request: string, until: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0
    let rest = Buffer.alloc(0)
    socket.on('error', reject)
    socket.on('close', () => resolve(count))
    socket.on('data', (chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const length = answerLength(rest)
      if (length === null || rest.length < length) return
      if (!rest.subarray(0, 15).toString('latin1').includes(' 200 ')) {
        socket.destroy(new Error(`An answer was not 200: ${rest.toString('utf8').slice(0, 500)}`))
        return
      }
      rest = rest.subarray(length)
      count += 1
      if (performance.now() < until) socket.write(request)
      else socket.destroy()
    })
    socket.write(request)
  })
}

/** Bytes of the answer at the front; null while its headers are not complete. */
function answerLength(bytes: Buffer): number | null {
  const end = bytes.indexOf(endOfHeaders)
  if (end === -1) return null
  const [, length] = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, end)) ?? []
  if (length === undefined)
    throw new Error('An answer has no content-length, by which this measure finds its end.')
  return end + endOfHeaders.length + Number(length)
}
