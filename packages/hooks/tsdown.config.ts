import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: ['src/index.ts', 'src/legacy/index.ts'],
})
