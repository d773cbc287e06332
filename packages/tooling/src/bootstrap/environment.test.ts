import { delimiter } from 'node:path'
import { expect, it } from 'vitest'
import { childEnvironment, testEnvironment } from './environment.mjs'

it('a tool finds the fetched Node and pnpm before any other', () => {
  const env = childEnvironment({ PATH: '/usr/bin' }, ['/fetched/node', '/fetched/pnpm'])
  expect(env.PATH).toBe(['/fetched/node', '/fetched/pnpm', '/usr/bin'].join(delimiter))
})

it('a tool on Windows finds them too, where the variable is called Path', () => {
  const env = childEnvironment({ Path: '/windows' }, ['/fetched/node'])
  expect(env).toEqual({ Path: ['/fetched/node', '/windows'].join(delimiter) })
})

it('pnpm does not take what npm tells its own scripts for settings', () => {
  const env = childEnvironment(
    {
      HOME: '/home/ann',
      npm_lifecycle_event: 'test',
      npm_package_name: 'usher',
      npm_execpath: '/npm-cli.js',
      npm_node_execpath: '/node',
      npm_command: 'run-script',
      npm_config_prefix: '/usr',
      npm_config_local_prefix: '/repo',
      npm_config_user_agent: 'npm/11',
      INIT_CWD: '/repo',
    },
    [],
  )
  expect(Object.keys(env).sort()).toEqual(['HOME', 'PATH'])
})

it('somebody behind a proxy or with a registry of their own keeps both', () => {
  const settings = {
    npm_config_registry: 'r',
    npm_config_https_proxy: 'p',
    npm_config_noproxy: 'n',
    npm_config_cafile: 'c',
    npm_config_userconfig: 'u',
    npm_config_globalconfig: 'g',
  }
  expect(childEnvironment(settings, [])).toMatchObject(settings)
})

it('a developer’s own Usher and Clerk settings do not decide whether tests pass', () => {
  const env = testEnvironment({
    HOME: '/home/ann',
    USHER_PORT: '1',
    USHER_DATABASE_URL: 'postgres://',
    CLERK_SECRET_KEY: 'sk',
    VITE_CLERK_PUBLISHABLE_KEY: 'pk',
    NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: 'pk',
    USHER_CHROMIUM: '/opt/chromium',
  })
  expect(env).toEqual({ HOME: '/home/ann', USHER_CHROMIUM: '/opt/chromium' })
})
