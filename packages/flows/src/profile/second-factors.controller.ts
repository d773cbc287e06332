'use client'
import type { EnvironmentJSON } from '@usher/protocol'
import { useReducer, useState } from 'react'
import { useCodeDelivery } from '../action/use-code-delivery.ts'
import { useFlowAction, useHeld } from '../action/use-flow-action.ts'
import type { PhoneNumberResourceLike, UserResourceLike } from '../kit/kit.ts'
import { useKit } from '../kit/use-kit.ts'
import type { SecondFactorsProps } from './profile.props.ts'
import { secondFactorActions } from './second-factors.actions.ts'
import {
  type AddableFactor,
  closedSecondFactors,
  type SecondFactorsEvent,
  secondFactorRows,
  secondFactorsReducer,
} from './second-factors.machine.ts'

/**
 * Shows the second factors of the signed-in person and sets up, removes or renews them, a panel at a time. Talks to
 * `/v1/me/totp`, `/v1/me/phone_numbers` and `/v1/me/backup_codes`.
 */
export function useSecondFactors(): SecondFactorsProps {
  const { isLoaded, user, environment } = useKit()
  const [state, move] = useReducer(secondFactorsReducer, closedSecondFactors)
  const [notice, setNotice] = useState<SecondFactorsProps['notice']>(null)
  const [pendingRowId, setPendingRowId] = useState<string | null>(null)
  const { panel: livePanel, turn } = state
  const asked = livePanel.kind === 'phone' ? 'phoneNumber' : 'code'
  const action = useFlowAction<'phoneNumber' | 'code'>(`${livePanel.kind} ${turn}`, [asked])
  const isPending = action.pending === 'submit'
  const live = { panel: livePanel, ...readFactors(user, environment) }
  const { panel, rows, addable, numbers } = useHeld(live, isPending)
  const subject =
    livePanel.kind === 'verify' ? user?.phoneNumbers.find(({ id }) => id === livePanel.id) : undefined
  const { code, resend } = useCodeDelivery({
    key: livePanel.kind === 'verify' ? `${livePanel.id} ${turn}` : null,
    state: codeOf(subject),
    renews: true,
    expireAt: subject?.verification?.expireAt ?? null,
    send: async () => subject?.prepareVerification(),
    action,
  })
  const go = (event: SecondFactorsEvent) => {
    if (isPending) return
    action.clear()
    setNotice(null)
    move(event)
  }
  const { phoneNumber: value, ...errors } = action.errors

  return {
    isLoaded,
    isPending,
    errors: { ...errors, ...(value && { value }) },
    globalError: action.globalError,
    retry: action.retry,
    focusKey: `${turn} ${code.resentCount}`,
    focusTarget: state.focusTarget,
    isVisible: environment?.user_settings.sign_in.second_factor.enabled ?? false,
    rows,
    panel,
    addable,
    numbers,
    pendingRowId,
    code,
    resend,
    notice,
    ...secondFactorActions({ user, panel: livePanel, action, addable, go, move, setNotice, setPendingRowId }),
  }
}

function readFactors(user: UserResourceLike | null, environment: EnvironmentJSON | undefined) {
  const attributes = environment?.user_settings.attributes
  const byPhone = attributes?.phone_number.used_for_second_factor ?? false
  const list = byPhone ? (user?.phoneNumbers ?? []) : []
  const backup = user && attributes?.backup_code.enabled ? backupOf(user) : null
  const addable: AddableFactor[] = [
    ...(attributes?.authenticator_app.enabled && !user?.totpEnabled ? (['totp'] as const) : []),
    ...(byPhone ? (['phone'] as const) : []),
  ]
  return {
    addable,
    numbers: list.filter((number) => isVerified(number) && !number.reservedForSecondFactor).map(toNumber),
    rows: secondFactorRows({ hasTotp: user?.totpEnabled ?? false, numbers: list.map(toNumber), backup }),
  }
}

const backupOf = ({ backupCodesLeft: left, backupCodesCreatedAt: at }: UserResourceLike) => ({
  left,
  createdAt: at === null ? null : Number(at),
})

const isVerified = ({ verification }: PhoneNumberResourceLike) => verification?.status === 'verified'

const toNumber = ({ id, phoneNumber, ...number }: PhoneNumberResourceLike) => ({
  id,
  value: phoneNumber,
  isReserved: number.reservedForSecondFactor,
  isDefault: number.defaultSecondFactor,
})

function codeOf(number: PhoneNumberResourceLike | undefined) {
  const { status = null, strategy = null } = number?.verification ?? {}
  if (!number) return 'none'
  if (strategy !== 'phone_code') return 'unsent'
  return status === 'unverified' ? 'sent' : 'dead'
}
