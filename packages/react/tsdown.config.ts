import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: ['src/index.ts', 'src/primitives.ts', 'src/flows.ts', 'src/errors.ts'],
})
