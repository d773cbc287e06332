import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: [
    'src/index.ts',
    'src/node/index.ts',
    'src/node/cli.ts',
    'src/browser/index.ts',
    'src/testing/index.ts',
  ],
  platform: 'node',
  copy: [{ from: 'src/node/inbox/*.{html,css,js}', to: 'dist/node/inbox' }],
})
