import { expect, it } from 'vitest'
import { isRecentNode, nodePackageFor, pnpmPackage } from './pinned.mjs'

const machines = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64']

it.each(['22.18.0', '22.19.1', '24.0.0', '26.10.0'])('somebody with Node %s keeps it', (version) => {
  expect(isRecentNode(version)).toBe(true)
})

it.each(['18.20.8', '20.20.2', '22.17.1'])('somebody with Node %s gets a newer one', (version) => {
  expect(isRecentNode(version)).toBe(false)
})

it.each(machines)('somebody on %s gets the same Node as everybody else, pinned by its hash', (machine) => {
  const [platform = '', arch = ''] = machine.split('-')
  const pinned = nodePackageFor(platform, arch)
  expect(pinned?.version).toBe('26.10.0')
  expect(pinned?.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
})

it('no two machines share a hash', () => {
  const hashes = machines.map(
    (machine) => nodePackageFor(...(machine.split('-') as [string, string]))?.integrity,
  )
  expect(new Set([...hashes, pnpmPackage.integrity]).size).toBe(machines.length + 1)
})

it('somebody on another machine is not given a Node that cannot run there', () => {
  expect(nodePackageFor('sunos', 'x64')).toBeUndefined()
})
