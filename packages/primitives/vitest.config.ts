import { browserTests } from '@usher/tooling/vitest'

export default browserTests([
  '@radix-ui/react-dialog',
  'get-nonce',
  'libphonenumber-js/min',
  'zod',
  'zod/mini',
  'axe-core',
  'vitest-browser-react',
  'react-dom/server',
])
