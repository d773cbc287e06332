import { ApiError } from '../api-error.ts'

export type Order<By extends string> = { by: By; direction: 'asc' | 'desc' }

/**
 * Reads by what a list is sorted: `-created_at`, `+email_address`; the newest first when nothing is said.
 * @param orders what the list can be sorted by
 */
export function readOrder<By extends string>(orders: Record<By, unknown>, value = '-created_at'): Order<By> {
  // A plus that was not encoded arrives as a space.
  const [, sign, by = ''] = value.match(/^([-+ ]?)(\w+)$/) ?? []
  const isOrder = (text: string): text is By => Object.hasOwn(orders, text)
  if (isOrder(by)) return { by, direction: sign === '-' ? 'desc' : 'asc' }
  throw new ApiError('form_param_value_invalid', {
    paramName: 'order_by',
    longMessage: `Sort by one of: ${Object.keys(orders).join(', ')}, with + or - before it.`,
  })
}
