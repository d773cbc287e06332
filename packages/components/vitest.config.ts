import { browserTests } from '@usher/tooling/vitest'

export default browserTests([
  '@usher/primitives > react-hook-form',
  '@usher/primitives > @radix-ui/react-dialog',
  'axe-core',
  'vitest-browser-react',
])
