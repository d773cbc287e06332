import { nodeTests } from '@usher/tooling/vitest'

export default nodeTests()
