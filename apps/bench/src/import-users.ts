import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, type Report } from './measure.ts'
import { inNewFolder, startUsher } from './usher-server.ts'

const users = 10_000
const callers = 16
// A digest counts as it comes, so what it was made of does not matter.
const digest = '$2b$12$abcdefghijklmnopqrstuujydOTSfIH/d5oUHpsygqV5X9xJLQc6e'

/** How many users a backend brings along in a second, each with an address and a digest of bcrypt. */
export async function measureImport(): Promise<Report> {
  const seconds = await inNewFolder(async (folder) => {
    const server = await startUsher(folder)
    try {
      const keys = JSON.parse(await readFile(join(folder, 'keys.json'), 'utf8'))
      const begin = performance.now()
      await importUsers(server.url, keys.secret_key)
      return (performance.now() - begin) / 1000
    } finally {
      await server.stop()
    }
  })
  return {
    title: `${users.toLocaleString('en')} users with digests of bcrypt through POST /v1/users, ${callers} calls at once`,
    lines: [`${format(users / seconds)} users/s, ${format(seconds)} s in all`],
  }
}

async function importUsers(url: string, secretKey: string): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < users) await create(url, secretKey, next++)
  }
  await Promise.all(Array.from({ length: callers }, work))
}

async function create(url: string, secretKey: string, index: number): Promise<void> {
  const response = await fetch(`${url}/v1/users`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      email_address: [`person-${index}@example.com`],
      first_name: 'Person',
      last_name: String(index),
      password_hasher: 'bcrypt',
      password_digest: digest,
    }),
  })
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`POST /v1/users was answered with ${response.status}.`)
}
