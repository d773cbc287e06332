import { packageBuild } from '@usher/tooling/tsdown'

export default packageBuild({
  entry: ['src/index.ts'],
  copy: [{ from: 'styles/styles.css.d.ts', to: 'dist' }],
})
