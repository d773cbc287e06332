import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild(['src/index.ts'])
