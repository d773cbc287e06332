import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import { packPackages } from '../stages/packages.ts'
import { type Count, oneCheck, type Stage, type StageContext, sumCounts } from '../stages/stage.ts'
import { runTool, runTurbo } from '../stages/tools.ts'
import { signUpInChromium } from './sign-up-in-chromium.ts'

/** Packs every publishable package and uses the tarballs as somebody does who has nothing but them and npm. */
export const strangerStage: Stage = {
  name: 'stranger',
  title: 'the packed packages in an empty app outside the workspace',
  needsChromium: true,
  needs: ['build'],
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'usher-stranger-'))
    try {
      return await tryTarballs(context, folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

const builders = ['typescript', 'vite', '@vitejs/plugin-react', '@types/react', '@types/react-dom']
// The older of the two majors that the packages promise to work with.
const olderReact = ['react@18.3.1', 'react-dom@18.3.1', '@types/react@18.3.31', '@types/react-dom@18.3.7']

async function tryTarballs(context: StageContext, folder: string): Promise<Count> {
  const built = await runTurbo(context, 'build')
  if (built.failed > 0) return { passed: 0, failed: 1, note: 'the packages could not be built' }
  const tarballs = await packPackages(context, folder)
  const app = join(folder, 'app')
  cpSync(join(context.root, 'packages/tooling/fixtures/stranger-app'), app, { recursive: true })
  writeFileSync(join(app, 'package.json'), JSON.stringify(appManifest(context.root, tarballs)))
  const inApp = { ...context, root: app }
  return sumCounts([await installAndSignUp(inApp, []), await installAndSignUp(inApp, olderReact)])
}

/** Installs the app, with other versions of some packages when they are given, type-checks it and signs up in it. */
async function installAndSignUp(inApp: StageContext, instead: string[]): Promise<Count> {
  const { root: cwd, env } = inApp
  const installed = await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...instead], {
    cwd,
    env,
  })
  if (installed.code !== 0) return { passed: 0, failed: 1, note: 'npm could not install the tarballs' }
  return sumCounts([
    oneCheck(installed.code),
    oneCheck(await runTool(inApp, 'tsc', ['-p', 'tsconfig.json'])),
    oneCheck(await runTool(inApp, 'tsc', ['-p', 'tsconfig.nodenext.json'])),
    await signUpInChromium(inApp),
  ])
}

function appManifest(root: string, tarballs: Map<string, string>) {
  const demo = JSON.parse(readFileSync(join(root, 'apps/demo/package.json'), 'utf8'))
  const versions: Record<string, string> = { ...demo.dependencies, ...demo.devDependencies }
  return {
    name: 'stranger',
    private: true,
    type: 'module',
    dependencies: {
      react: versions.react,
      'react-dom': versions['react-dom'],
      ...Object.fromEntries([...tarballs].map(([name, file]) => [name, `file:${file}`])),
    },
    devDependencies: Object.fromEntries(builders.map((name) => [name, versions[name]])),
  }
}
