import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild(['src/index.ts', 'src/page.ts'], 'node')
