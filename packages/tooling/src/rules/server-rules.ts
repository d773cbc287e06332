import type { ImportRule } from './import-rule.ts'

/**
 * From the top down. A folder may import itself, its neighbours on the same line and everything below. A folder that is
 * not named here is about one subject and stands beside strategies, ports and tokens.
 */
const layers = [['http'], ['usecases'], ['strategies', 'ports', 'tokens'], ['stores'], ['database']]
const subjects = 2
const hosts = ['node', 'browser', 'testing']
const joiners = ['create-server.ts', 'index.ts']

/** The server's inner direction: http, use cases, then strategies, ports and tokens, then stores, then database. */
export const serverLayers: ImportRule = {
  name: 'server-layers',
  law: 'inside the server imports point down: http, usecases, (strategies, ports, tokens), stores, database',
  breaks: ({ from, target }) => {
    const [own, other] = [layerOf(from), layerOf(target)]
    return own !== undefined && other !== undefined && other < own
  },
}

/** The core of the server runs anywhere, so it knows none of its hosts; the hosts may lean on each other. */
export const serverHosts: ImportRule = {
  name: 'server-hosts',
  law: 'the core of the server imports none of server/src/node, server/src/browser and server/src/testing',
  breaks: ({ from, target }) => {
    const [own, other] = [partOf(from), partOf(target)]
    return own !== undefined && other !== undefined && hosts.includes(other) && !hosts.includes(own)
  },
}

/** Files beside the layers are shared by all of them, so they must not become a way up. */
export const serverShared: ImportRule = {
  name: 'server-shared',
  law: 'files at the top of server/src know the layers by `import type`; only create-server.ts and index.ts join them',
  breaks: ({ from, target, kind }) => {
    const [own, other] = [partOf(from), partOf(target)]
    if (own === undefined || other === undefined) return false
    if (joiners.includes(own) || hosts.includes(own)) return false
    const isShared = layerOf(from) === undefined
    return (isShared && layerOf(target) !== undefined && kind !== 'type') || joiners.includes(other)
  },
}

/** `usecases`, `node`, or a file name for a file at the top of server/src. */
const partOf = (path: string | undefined) => path?.match(/^packages\/server\/src\/([^/]+)/)?.[1]

function layerOf(path: string | undefined): number | undefined {
  const part = partOf(path)
  if (part === undefined || part.endsWith('.ts') || hosts.includes(part)) return undefined
  const index = layers.findIndex((names) => names.includes(part))
  return index < 0 ? subjects : index
}
