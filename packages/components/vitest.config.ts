import { browserTests } from '@usher/tooling/vitest'

export default browserTests([
  '@usher/primitives > @radix-ui/react-dialog',
  '@usher/primitives > get-nonce',
  'axe-core',
  'vitest-browser-react',
])
