import { codeFor } from '../support/attempts.ts'
import { one } from '../support/random.ts'
import { signIns } from '../support/second-factors.ts'
import type { AnyAnswer, Known, Walk } from './model.ts'

/** One of the last of them; undefined when there is none. */
export const latest = <Item>(walk: Walk, items: Iterable<Item>): Item | undefined =>
  one(walk, [...items].slice(-3)) as Item | undefined

export const isLucky = ({ random }: Walk, chance: number): boolean => random() < chance

type Send = (fields: Record<string, unknown>) => Promise<AnyAnswer>

/** Calls something about one of the last sign-ins, mostly from the browser that began it. */
export async function call(
  walk: Walk,
  action: string,
  work: (attempt: Known, send: Send) => Promise<AnyAnswer | undefined>,
): Promise<AnyAnswer | undefined> {
  const attempt = latest(walk, walk.known.values())
  if (!attempt) return undefined
  const browser = isLucky(walk, 0.9) ? attempt.browser : one(walk, walk.browsers)
  return work(attempt, (fields) => browser.post(`${signIns}/${attempt.id}/${action}`, fields))
}

/** The same with something to prove. What the model counts is a right proof that the server took: it moved the sign-in on. */
export const proveTo = (
  walk: Walk,
  action: 'attempt_first_factor' | 'attempt_second_factor',
  fieldsFor: (attempt: Known) => Record<string, unknown>,
) =>
  call(walk, action, async (attempt, send) => {
    const fields = fieldsFor(attempt)
    const isRight = await isProof(walk, attempt, fields)
    const answer = await send(fields)
    if (!isRight || answer.status !== 200) return answer
    const strategy = String(fields.strategy)
    if (action === 'attempt_second_factor')
      attempt[strategy === 'email_code' ? 'isTrusted' : 'hasSecond'] = true
    else if (strategy.startsWith('reset_password')) attempt.isResetting = true
    else Object.assign(attempt, { hasFirst: true, isByPassword: strategy === 'password' })
    return answer
  })

/** Says by what the person holds, and not by what the server answers, whether something proves anything. */
async function isProof(
  { server }: Walk,
  { person }: Known,
  { strategy, code, password }: Record<string, unknown>,
): Promise<boolean> {
  if (strategy === 'password') return password === person.password
  if (strategy === 'totp') return person.secret ? code === (await server.authenticator(person.secret)) : false
  if (strategy === 'backup_code') return person.backupCodes?.includes(String(code)) ?? false
  if (strategy === 'phone_code') return person.number ? code === codeFor(server, person.number) : false
  return code === codeFor(server, person.address)
}
