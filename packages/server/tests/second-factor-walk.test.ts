import { expect, inject, test } from 'vitest'
import { one } from './support/random.ts'
import { beginWalk, freshen, judge } from './walk/model.ts'
import { steps } from './walk/steps.ts'

// By command: USHER_WALK_CALLS=100000 USHER_WALK_SEED=7 pnpm exec vitest run tests/second-factor-walk.test.ts
const calls = Number(process.env.USHER_WALK_CALLS ?? (inject('postgres') ? 1_500 : 10_000))
const seed = Number(process.env.USHER_WALK_SEED ?? 34)
const timeout = 300_000 + calls * 20

test(
  `S34: of ${calls} calls in any order by several browsers, none ends in a session without every factor`,
  { timeout },
  () => walkThrough(calls, false),
)

const fewer = Math.min(Math.ceil(calls / 3), 1_000)

test(
  `S34: of ${fewer} calls where a password alone is not enough on a new device, none gets through with it`,
  { timeout },
  () => walkThrough(fewer, true),
)

const ways = [
  ...['password', 'email_code', 'email_link', 'passkey', 'ticket', 'reset_password_email_code'],
  'oauth_custom_acme',
]

async function walkThrough(calls: number, clientTrust: boolean): Promise<void> {
  const walk = await beginWalk({ seed, clientTrust })
  for (let call = 0; call < calls; call++) {
    if (call % 25 === 0) await freshen(walk)
    walk.server.clock.advance(Math.floor(walk.random() * 20_000))
    const step = one(walk, steps)
    const answer = await step(walk)
    const told = `seed ${seed}, call ${call}: ${step.name} -> ${answer?.status} ${answer?.body?.response?.id}`
    if (answer && answer.status >= 500) expect.unreachable(told)
    if (answer?.status === 200) judge(walk, answer, told)
  }
  // The walk is worth something only when people get through, and by every way there is.
  const ofInterest = walk.people.filter(({ secret, number }) => !clientTrust || !(secret ?? number))
  const counts = (name: string) => walk.completed.get(name) ?? 0
  for (const { address } of ofInterest) expect(counts(address)).toBeGreaterThan(calls / 5_000)
  if (calls >= 10_000) expect(ways.filter((way) => counts(way) === 0)).toEqual([])
}
