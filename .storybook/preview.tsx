import type { Preview } from '@storybook/react-vite'
import { type Appearance, ClerkProvider } from '@usher/react'
import { useEffect, useLayoutEffect } from 'react'
import '@usher/components/styles.css'
import './preview.css'
import { foyer, lobby, velvet } from '@usher/components/themes'
import type { PageSituation } from '@usher/testing/page'
import { configure } from 'storybook/test'
import { pseudoLocale } from './pseudo-locale.ts'
import { startWorld, type World } from './server.ts'

// What a story waits for may stand in a chunk that is fetched for the first time.
configure({ asyncUtilTimeout: 5_000 })

const hour = 3_600_000

const looks: Record<string, Appearance> = {
  velvet: { theme: velvet },
  lobby: { theme: lobby },
  foyer: { theme: foyer },
  simple: { theme: 'simple' },
}

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Components',
          ['SignIn', 'SignUp', 'UserProfile', 'SessionList', 'UserButton'],
          'Elements',
        ],
      },
    },
  },
  globalTypes: {
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'circlehollow',
        items: ['system', 'light', 'dark'],
        dynamicTitle: true,
      },
    },
    look: {
      toolbar: {
        title: 'Look',
        icon: 'paintbrush',
        items: [{ value: 'own', title: 'As it comes' }, 'velvet', 'lobby', 'foyer', 'simple'],
        dynamicTitle: true,
      },
    },
    language: {
      toolbar: {
        title: 'Language',
        icon: 'globe',
        items: [
          { value: 'english', title: 'English' },
          { value: 'pseudo', title: 'Longer by two fifths' },
        ],
        dynamicTitle: true,
      },
    },
    direction: {
      toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    clock: {
      toolbar: {
        title: 'Clock',
        icon: 'time',
        items: [
          { value: '0', title: 'Server time: now' },
          { value: '0.2', title: '12 minutes later' },
          { value: '25', title: 'A day later' },
          { value: '192', title: 'Eight days later' },
        ],
        dynamicTitle: true,
      },
    },
  },
  initialGlobals: { theme: 'system', look: 'own', language: 'english', direction: 'ltr', clock: '0' },
  loaders: [
    async ({ parameters }) => {
      const situation: PageSituation | undefined = parameters.usher
      return { world: situation ? await startWorld(situation) : undefined }
    },
  ],
  beforeEach:
    ({ loaded }) =>
    async () => {
      const world: World | undefined = loaded.world
      world?.clerk.__internal.destroy()
      await world?.server.close()
      window.location.hash = ''
    },
  decorators: [
    (Story, { loaded, globals, parameters }) => {
      const world: World | undefined = loaded.world
      useClock(world, Number(globals.clock))
      usePage(globals.direction, globals.theme)
      return (
        <main className="story">
          {world ? (
            <ClerkProvider
              clerk={world.clerk}
              appearance={parameters.appearance ?? looks[globals.look]}
              localization={
                parameters.localization ?? (globals.language === 'pseudo' ? pseudoLocale : undefined)
              }
            >
              <Story />
            </ClerkProvider>
          ) : (
            <Story />
          )}
        </main>
      )
    },
  ],
}

export default preview

// On the whole page, because dialogs stand beside the story.
function usePage(direction: string, theme: string) {
  useLayoutEffect(() => {
    document.documentElement.dir = direction
    if (theme === 'system') document.documentElement.removeAttribute('data-usher-theme')
    else document.documentElement.setAttribute('data-usher-theme', theme)
  }, [direction, theme])
}

// The toolbar moves the time of the server, for example past the life of a code.
function useClock(world: World | undefined, hours: number) {
  useEffect(() => {
    if (hours > 0) world?.server.clock.advance(hours * hour)
  }, [world, hours])
}
