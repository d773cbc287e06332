'use client'
import type { useAskedReverification } from '@usher/hooks'
import { useEffect, useRef, useState } from 'react'
import { hasErrorCode } from '../action/failure.ts'
import type { FocusTarget } from '../action/flow-props.ts'
import { passkeyVerdict } from '../action/passkey-verdict.ts'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import type { SessionResourceLike, SessionVerificationLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import { factorId, type SignInChoice } from '../sign-in/sign-in.machine.ts'
import type { ReverificationField, ReverificationProps } from './reverification.props.ts'
import { type ReverificationStep, reverificationStep } from './reverification-step.ts'

type Move = (from: SessionResourceLike) => Promise<SessionVerificationLike>
type Asked = NonNullable<ReturnType<typeof useAskedReverification>>

/**
 * Asks the signed-in person to prove once more who they are, with the second factor too where there is one; then what
 * waited for it goes on. Begins anew when the first proof grew too old before the second. Talks to
 * `/v1/client/sessions/{id}/verify`.
 */
export function useReverificationFlow(asked: Asked): ReverificationProps {
  const { isLoaded, session, user, environment } = useKit()
  const [attempt, setAttempt] = useState<SessionVerificationLike | null>(null)
  const [choice, setChoice] = useState<SignInChoice>({ screen: 'auto' })
  const [sentFor, setSentFor] = useState<string | null>(null)
  const preferred = environment?.display_config.preferred_sign_in_strategy ?? 'password'
  const live = reverificationStep({ attempt, choice, preferred, sentFor })
  const action = useFlowAction<ReverificationField>(stepKey(live), fieldsOf(live))
  const isPending = action.pending === 'submit'
  const step = useHeld(live, isPending)
  const { code, resend } = useCodeDelivery({
    key: live.factor && live.code !== 'none' ? stepKey(live) : null,
    state: live.code,
    renews: choice.screen === 'factor',
    expireAt: (attempt && verificationOf(attempt)?.expireAt) ?? null,
    send: async () => {
      if (!session || !live.factor) return
      setAttempt(await send(session, live))
      setSentFor(factorId(live.factor))
    },
    action,
  })
  const follow = (next: SessionVerificationLike) => () => {
    if (next.status === 'complete') return asked.complete()
    setAttempt(next)
    setChoice({ screen: 'auto' })
  }
  const begin: Move = (from) => from.startVerification({ level: asked.level })
  const advance = (move: Move) =>
    action.run('submit', async () =>
      session ? follow(await (live.isSecond ? orAnew(move, begin) : move)(session)) : undefined,
    )
  useOnce(() => advance(begin), isLoaded)
  useSignedOut(isLoaded && !session, asked.cancel)
  const go = (next: SignInChoice | null) => {
    if (isPending || !next) return
    action.clear()
    setChoice(next)
  }
  const submit = (proof: { password: string } | { code: string }) =>
    advance((from) => prove(from, live, proof))
  const submitPasskey = () => advance((from) => proveByPasskey(from, live))

  return {
    isLoaded,
    isPending,
    errors: action.errors,
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${stepKey(step)} ${code.resentCount}`,
    focusTarget: focusTarget(step),
    step,
    code,
    identifier: user?.primaryEmailAddress?.emailAddress ?? user?.username ?? '',
    submitPassword: submit,
    submitCode: submit,
    submitPasskey,
    resend,
    showMethods: () => go(step.factor && { screen: 'methods', factor: step.factor }),
    chooseMethod: (id) => {
      const method = step.methods.find((candidate) => candidate.id === id)
      if (method?.strategy === 'passkey') void submitPasskey()
      else go(method ? { screen: 'factor', factor: method.factor } : null)
    },
    back: () => go(step.back),
    cancel: () => asked.cancel(),
  }
}

// The server knows of no first proof any more once that is too old.
const orAnew =
  (move: Move, begin: Move): Move =>
  (from) =>
    move(from).catch((error) => {
      if (hasErrorCode(error, 'verification_missing')) return begin(from)
      throw error
    })

function useOnce(run: () => Promise<void>, isReady: boolean) {
  const hasRun = useRef(false)
  useEffect(() => {
    if (!isReady || hasRun.current) return
    hasRun.current = true
    void run()
  })
}

// Another tab signed out: there is nobody left to prove anything.
function useSignedOut(isOver: boolean, cancel: () => void) {
  useEffect(() => {
    if (isOver) cancel()
  }, [isOver, cancel])
}

function send(session: SessionResourceLike, { factor, isSecond }: ReverificationStep) {
  const { strategy = '', emailAddressId, phoneNumberId } = factor ?? {}
  return isSecond
    ? session.prepareSecondFactorVerification({ strategy, phoneNumberId })
    : session.prepareFirstFactorVerification({ strategy, emailAddressId, phoneNumberId })
}

function prove(
  session: SessionResourceLike,
  { factor, isSecond }: ReverificationStep,
  proof: { password: string } | { code: string },
) {
  const given = { strategy: factor?.strategy ?? '', ...proof }
  return isSecond && 'code' in given
    ? session.attemptSecondFactorVerification(given)
    : session.attemptFirstFactorVerification(given)
}

async function proveByPasskey(session: SessionResourceLike, { isSecond }: ReverificationStep) {
  try {
    return await session.verifyWithPasskey({ level: isSecond ? 'second_factor' : 'first_factor' })
  } catch (error) {
    throw passkeyVerdict(error)
  }
}

const verificationOf = (attempt: SessionVerificationLike) =>
  attempt.status === 'needs_second_factor'
    ? attempt.secondFactorVerification
    : attempt.firstFactorVerification

const fieldsOf = ({ name }: ReverificationStep): ReverificationField[] => {
  if (name === 'password') return ['password']
  return name === 'code' || name === 'totp' || name === 'backup-code' ? ['code'] : []
}

function focusTarget(step: ReverificationStep): FocusTarget {
  const [field] = fieldsOf(step)
  return field ? { kind: 'field', name: field } : { kind: 'heading' }
}

const stepKey = ({ name, isSecond, factor }: ReverificationStep) =>
  `${name} ${isSecond} ${factor ? factorId(factor) : ''}`
