import * as z from 'zod/mini'

export const token = z.object({ object: z.literal('token'), jwt: z.string() })

export type TokenJSON = z.infer<typeof token>

export const deletedObject = z.object({ object: z.string(), id: z.string(), deleted: z.literal(true) })

export type DeletedObjectJSON = z.infer<typeof deletedObject>
