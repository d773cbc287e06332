import * as z from 'zod/mini'

export const image = z.object({
  object: z.literal('image'),
  id: z.string(),
  name: z.string(),
  public_url: z.string(),
})

/** The picture that somebody has just given themselves. */
export type ImageJSON = z.infer<typeof image>
