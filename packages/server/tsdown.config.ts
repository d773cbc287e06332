import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild(
  ['src/index.ts', 'src/node/index.ts', 'src/node/cli.ts', 'src/browser/index.ts', 'src/testing/index.ts'],
  'node',
)
