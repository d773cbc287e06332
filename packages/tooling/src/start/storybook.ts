import { join } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import { root } from '../bootstrap.mjs'

const args = ['dev', '--port', '6006', '--no-open', '--disable-telemetry', ...process.argv.slice(2)]
const { code } = await run(join(root, 'node_modules/.bin/storybook'), args, {
  cwd: root,
  shell: process.platform === 'win32',
})
process.exitCode = code
