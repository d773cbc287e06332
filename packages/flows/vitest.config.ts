import { documentTests } from '@usher/tooling/vitest'

export default documentTests()
