import type { UserFilter } from '@usher/protocol'
import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { contacts } from '../identifiers/contact.ts'
import { normalizeEmailAddress } from '../identifiers/email-address.ts'
import { loadPhoneNumbers } from '../identifiers/phone-number.ts'
import { strategyNamed } from '../oauth/registry.ts'
import {
  countUsers as count,
  searchUsers,
  type UserOrder,
  type UserPage,
  userOrders,
} from '../stores/user-search-store.ts'
import { findUser } from '../stores/user-store.ts'
import { loadUserViews, type UserView } from './client-view.ts'
import { readOrder } from './read-order.ts'

export type ListUsersInput = UserFilter & {
  limit: number
  offset: number
  /** `created_at` ascending, `-created_at` descending; the newest first when absent. */
  order_by?: string[] | undefined
  /** Id of the last user of the page before. */
  starting_after?: string | undefined
}

/** One page of the users that match, with their addresses. */
export async function listUsers(deps: Deps, input: ListUsersInput): Promise<UserView[]> {
  const { limit, offset } = input
  const order = readOrder(userOrders, input.order_by?.[0])
  const after = await readCursor(deps, input, order)
  const ids = await searchUsers(deps.db, await normalize(deps, input), { order, limit, offset, after })
  const views = await loadUserViews(deps, ids)
  return ids.flatMap((id) => views.get(id) ?? [])
}

/** How many users match. */
export const countUsers = async (deps: Deps, filter: UserFilter): Promise<number> =>
  count(deps.db, await normalize(deps, filter))

// What is no address or username finds nobody, as the empty text does.
async function normalize({ settings }: Deps, filter: UserFilter): Promise<UserFilter> {
  const { provider, provider_user_id } = filter
  if ((provider === undefined) !== (provider_user_id === undefined))
    throw new ApiError('form_conditional_param_missing', {
      paramName: provider === undefined ? 'provider' : 'provider_user_id',
    })
  if (filter.phone_number) await loadPhoneNumbers()
  return {
    ...filter,
    provider: provider && strategyNamed(provider),
    email_address: filter.email_address?.map((value) => normalizeEmailAddress(value) ?? ''),
    phone_number: filter.phone_number?.map(
      (value) => contacts.phone_number.normalize(plus(value), settings) ?? '',
    ),
    username: filter.username?.map((value) => value.trim().toLowerCase()),
  }
}

// A plus that was not encoded arrives as a space.
const plus = (value: string): string => value.replace(/^ (?=\d)/, '+')

async function readCursor(
  deps: Deps,
  { starting_after: id, offset }: ListUsersInput,
  { by }: UserOrder,
): Promise<UserPage['after']> {
  if (id === undefined) return null
  const paramName = 'starting_after'
  if (by !== 'created_at' || offset > 0)
    throw new ApiError('form_param_value_invalid', {
      paramName,
      longMessage: 'A cursor needs the order by created_at and no offset.',
    })
  const user = await findUser(deps.db, id)
  if (user) return user
  throw new ApiError('form_param_value_invalid', { paramName, longMessage: 'There is no user with this id.' })
}
