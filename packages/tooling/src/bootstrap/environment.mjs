import { delimiter } from 'node:path'

const wantedNpmSettings = /registry|proxy|cafile|^npm_config_ca$|strict.ssl|userconfig|globalconfig|_cache$/i

/**
 * The environment of everything that the bootstrap starts: given folders first in the path, and nothing of what
 * npm tells its own scripts but how to reach the registry. pnpm and the tools below it would read the rest as
 * their own settings.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} folders
 * @returns {NodeJS.ProcessEnv}
 */
export function childEnvironment(env, folders) {
  const kept = Object.entries(env).filter(([name]) => !isNpmNoise(name))
  const pathName = kept.find(([name]) => name.toLowerCase() === 'path')?.[0] ?? 'PATH'
  const path = [...folders, env[pathName]].filter(Boolean).join(delimiter)
  return { ...Object.fromEntries(kept), [pathName]: path }
}

/**
 * The environment of tests: a developer's own Usher or Clerk settings must not decide whether they pass.
 * `USHER_CHROMIUM` stays, it says where a browser is.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function testEnvironment(env) {
  /** @param {string} name */
  const isSetting = (name) => /^([A-Z]+_)*(USHER|CLERK)_/.test(name) && name !== 'USHER_CHROMIUM'
  return Object.fromEntries(Object.entries(env).filter(([name]) => !isSetting(name)))
}

/** @param {string} name */
function isNpmNoise(name) {
  if (/^npm_config_/i.test(name)) return !wantedNpmSettings.test(name)
  return /^(npm_(lifecycle|package)_|npm_(execpath|node_execpath|command)$|INIT_CWD$)/i.test(name)
}
