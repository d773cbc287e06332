import type { ClerkLike, SessionResourceLike } from '../kit/kit.ts'

/**
 * For `setActive`: leads to the app, or, when the session waits for something, on the card that stands here: there it
 * is done.
 * @param atTask called in the second case
 */
export const goOnTo =
  (clerk: Pick<ClerkLike, 'navigate'>, to: string, atTask: () => unknown = () => undefined) =>
  ({ session }: { session: Pick<SessionResourceLike, 'currentTask'> }): unknown =>
    session.currentTask ? atTask() : clerk.navigate(to)
