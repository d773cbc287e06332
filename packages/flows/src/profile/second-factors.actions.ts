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

type Actions = Opening | Changing

type Opening = 'openAdd' | 'begin' | 'openRenew' | 'openRemove' | 'close'

type Changing =
  | 'submitTotp'
  | 'chooseNumber'
  | 'submitNumber'
  | 'submitCode'
  | 'setDefault'
  | 'renew'
  | 'confirmRemove'

/** What a person can do with their second factors. */
export const secondFactorActions = (context: Context): Pick<SecondFactorsProps, Actions> => ({
  ...opening(context),
  ...changing(context),
})

const numberOf = ({ user }: Context, id: string) => user?.phoneNumbers.find((number) => number.id === id)

function opening(context: Context): Pick<SecondFactorsProps, Opening> {
  const { user, action, addable, go, move } = context
  const open = (panel: SecondFactorsPanel) => go({ type: 'open', panel })
  const begin: SecondFactorsProps['begin'] = async (factor) => {
    if (factor === 'phone') return open({ kind: 'phone' })
    await action.run('submit', async () => {
      const { secret, uri } = (await user?.createTOTP()) ?? {}
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
    openRemove: (id) => open({ kind: 'remove', id, value: numberOf(context, id)?.phoneNumber ?? null }),
    close: () => go({ type: 'close' }),
  }
}

function changing(context: Context): Pick<SecondFactorsProps, Changing> {
  const { user, panel, action, move, setNotice, setPendingRowId } = context
  const find = (id: string) => numberOf(context, id)
  const end = (notice: SecondFactorsProps['notice'], event: SecondFactorsEvent) => () => {
    setNotice(notice)
    move(event)
  }
  const show = (codes: string[]): SecondFactorsEvent => ({ type: 'open', panel: { kind: 'codes', codes } })
  // New backup codes are shown before anything else, because they are never shown again.
  const added = (rowId: string, codes: string[] | null | undefined) =>
    end('added', codes ? show(codes) : { type: 'done', rowId })
  const reserve =
    (id: string): FlowTask =>
    async () =>
      added(id, (await find(id)?.setReservedForSecondFactor({ reserved: true }))?.backupCodes)
  const onRow = async (id: string, task: FlowTask) => {
    setPendingRowId(id)
    await action.run('submit', task)
    setPendingRowId(null)
  }

  return {
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
        return end('default', { type: 'done', rowId: id })
      }),
    renew: () =>
      action.run('submit', async () => {
        const made = await user?.createBackupCode()
        return made && end('codes', show(made.codes))
      }),
    confirmRemove: async () => {
      if (panel.kind !== 'remove') return
      const { id } = panel
      await onRow(id, async () => {
        if (id === 'totp') await user?.disableTOTP()
        else await find(id)?.setReservedForSecondFactor({ reserved: false })
        return end('removed', { type: 'done', rowId: null })
      })
    },
  }
}
