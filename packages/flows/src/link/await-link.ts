import type { FlowTask } from '../action/use-flow-action.ts'

type Attempt<Next> = {
  waitForEmailLink: (signal: AbortSignal) => Promise<void>
  reload: () => Promise<Next>
}

type Follow<Next> = (next: Next, resume: (task: FlowTask) => void) => ReturnType<FlowTask> | (() => void)

/** Waits for the link of an attempt, and goes on with what became of it. */
export async function awaitLink<Next>(
  attempt: Attempt<Next>,
  signal: AbortSignal,
  submit: (task: FlowTask) => Promise<void>,
  follow: Follow<Next>,
): Promise<void> {
  // What the server refuses to tell while it is asked again and again it says once more, to the person.
  await attempt.waitForEmailLink(signal).catch(() => {})
  await submit(async (resume) => follow(await attempt.reload(), resume))
}
