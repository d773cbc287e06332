import { documentTests } from '@usher/tooling/vitest'
import { mergeConfig } from 'vitest/config'

export default mergeConfig(documentTests(), { test: { setupFiles: ['tests/setup.ts'] } })
