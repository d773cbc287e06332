import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: [
    'src/index.ts',
    'src/primitives.ts',
    'src/flows.ts',
    'src/errors.ts',
    'src/legacy.ts',
    'src/2022/index.ts',
    'src/themes.ts',
  ],
  copy: [
    { from: '../components/dist/styles.css', to: 'dist' },
    { from: 'styles/styles.css.d.ts', to: 'dist' },
  ],
})
