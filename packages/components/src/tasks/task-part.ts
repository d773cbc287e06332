import { lazyPart } from '../elements/lazy-part.tsx'

/** What somebody has to do before the session counts, in a chunk of its own. */
export const taskCard = lazyPart(async () => (await import('./task-card.tsx')).TaskCard)
