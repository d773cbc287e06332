import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: ['src/index.ts', 'src/themes/themes.ts'],
  copy: [{ from: 'styles/styles.css.d.ts', to: 'dist' }],
})
