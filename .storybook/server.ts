import { type Clerk, createClerk } from '@usher/client'
import { createPageWorld, type PageSituation, type PageWorld } from '@usher/testing/page'

/** What a story may act on: the world inside the page, and the client that the kit works with. */
export type World = PageWorld & {
  clerk: Clerk
  /** Where the app was led, the last one at the end. */
  visited: string[]
}

/** Starts the world of one story. */
export async function startWorld(situation: PageSituation): Promise<World> {
  const world = await createPageWorld(situation)
  const visited: string[] = []
  const route = (to: string) => visited.push(to)
  const clerk = createClerk({
    publishableKey: world.server.publishableKey,
    fetch: world.fetch,
    standardBrowser: false,
    signInUrl: '/sign-in',
    signUpUrl: '/sign-up',
    userProfileUrl: '/profile',
    routerPush: route,
    routerReplace: route,
    leave: route,
  })
  return { ...world, clerk, visited }
}
