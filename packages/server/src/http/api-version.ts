import type { AppContext } from './context.ts'

/** The version that a request without one speaks. */
const oldest = '2021-02-05'

/**
 * Whether a request speaks a version of the API up to this one, as `2024-10-01`. Clients say it in the query, backends
 * in a header. Versions are dates, so one that nobody knows yet counts as newer.
 */
export const speaksUpTo = (c: AppContext, version: string): boolean =>
  (c.req.query('__clerk_api_version') ?? c.req.header('clerk-api-version') ?? oldest) <= version
