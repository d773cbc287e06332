import type { FlowTask, useFlowAction } from '../action/use-flow-action.ts'
import type { UserResourceLike } from '../kit/kit.ts'
import type { SecondFactorsProps } from './profile.props.ts'
import type { SecondFactorsEvent, SecondFactorsPanel } from './second-factors.machine.ts'

type Context = {
  user: UserResourceLike | null
  panel: SecondFactorsPanel
  action: Pick<ReturnType<typeof useFlowAction>, 'run'>
  addable: SecondFactorsProps['addable']
  /** Moves because the person asked for it; ignored while an action runs. */
  go: (event: SecondFactorsEvent) => void
  /** Moves because an action has ended. */
  move: (event: SecondFactorsEvent) => void
  setNotice: (notice: SecondFactorsProps['notice']) => void
  setPendingRowId: (id: string | null) => void
}

type Actions =
  | 'openAdd'
  | 'begin'
  | 'openRenew'
  | 'openRemove'
  | 'close'
  | 'submitTotp'
  | 'chooseNumber'
  | 'submitNumber'
  | 'submitCode'
  | 'setDefault'
  | 'renew'
  | 'confirmRemove'

/** What a person can do with their second factors. */
export function secondFactorActions(context: Context): Pick<SecondFactorsProps, Actions> {
  const { user, panel, action, addable, go, move, setNotice, setPendingRowId } = context
  const find = (id: string) => user?.phoneNumbers.find((number) => number.id === id)
  const open = (next: SecondFactorsPanel) => go({ type: 'open', panel: next })

  // New backup codes are shown before anything else, because they are never shown again.
  const added = (rowId: string, codes: string[] | null | undefined) => () => {
    setNotice('added')
    move(codes ? { type: 'open', panel: { kind: 'codes', codes } } : { type: 'done', rowId })
  }
  const reserve =
    (id: string): FlowTask =>
    async () =>
      added(id, (await find(id)?.setReservedForSecondFactor({ reserved: true }))?.backupCodes)
  const onRow = async (id: string, task: FlowTask) => {
    setPendingRowId(id)
    await action.run('submit', task)
    setPendingRowId(null)
  }

  const begin: SecondFactorsProps['begin'] = async (factor) => {
    if (factor === 'phone') return open({ kind: 'phone' })
    await action.run('submit', async () => {
      const totp = await user?.createTOTP()
      const { secret, uri } = totp ?? {}
      if (!secret || !uri) return undefined
      return () => move({ type: 'open', panel: { kind: 'totp', secret, uri } })
    })
  }

  return {
    openAdd: () => {
      const [only, ...others] = addable
      if (only && others.length === 0) void begin(only)
      else open({ kind: 'choose' })
    },
    begin,
    openRenew: () => open({ kind: 'renew' }),
    openRemove: (id) => open({ kind: 'remove', id, value: find(id)?.phoneNumber ?? null }),
    close: () => go({ type: 'close' }),
    submitTotp: ({ code }) =>
      action.run('submit', async () => added('totp', (await user?.verifyTOTP({ code }))?.backupCodes)),
    chooseNumber: (id) => onRow(id, reserve(id)),
    submitNumber: ({ value }) =>
      action.run('submit', async () => {
        const number = await user?.createPhoneNumber({ phoneNumber: value.trim() })
        if (!number) return undefined
        const { id, phoneNumber } = number
        return () => move({ type: 'open', panel: { kind: 'verify', id, value: phoneNumber } })
      }),
    submitCode: ({ code }) =>
      action.run('submit', async (resume) => {
        if (panel.kind !== 'verify') return undefined
        await find(panel.id)?.attemptVerification({ code })
        const rest = reserve(panel.id)
        resume(rest)
        return rest(resume)
      }),
    setDefault: (id) =>
      onRow(id, async () => {
        await find(id)?.makeDefaultSecondFactor()
        return () => {
          setNotice('default')
          move({ type: 'done', rowId: id })
        }
      }),
    renew: () =>
      action.run('submit', async () => {
        const made = await user?.createBackupCode()
        if (!made) return undefined
        return () => {
          setNotice('codes')
          move({ type: 'open', panel: { kind: 'codes', codes: made.codes } })
        }
      }),
    confirmRemove: async () => {
      if (panel.kind !== 'remove') return
      const { id } = panel
      await onRow(id, async () => {
        if (id === 'totp') await user?.disableTOTP()
        else await find(id)?.setReservedForSecondFactor({ reserved: false })
        return () => {
          setNotice('removed')
          move({ type: 'done', rowId: null })
        }
      })
    },
  }
}
