import { nodeTests } from '@usher/tooling/vitest'

export default nodeTests(['src/**/*.test.ts', 'tests/**/*.test.ts'])
