import { browserTests } from '@usher/tooling/vitest'

export default browserTests([
  '@usher/primitives > @radix-ui/react-dialog',
  'axe-core',
  'vitest-browser-react',
])
