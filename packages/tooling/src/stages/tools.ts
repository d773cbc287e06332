import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { run } from '../bootstrap/run.mjs'
import {
  countPlaywright,
  countTurbo,
  countVitest,
  type PlaywrightReport,
  type TurboSummary,
  type VitestReport,
} from './count-reports.ts'
import { type Count, type StageContext, sumCounts } from './stage.ts'

/** What vite says when it finds a dependency late: the page then has two Reacts, and whatever passed means little. */
const lateDependency = 'Vite unexpectedly reloaded a test'

/**
 * Runs a command line tool that the package in `folder` (the root by default) depends on.
 * @param onOutput sees what the tool says, besides the person in front of the screen
 * @returns its exit code, 127 when it is not installed
 */
export async function runTool(
  { root, env }: StageContext,
  tool: string,
  args: string[],
  folder = '.',
  onOutput?: (text: string) => void,
): Promise<number> {
  const cwd = join(root, folder)
  const path = [join(cwd, 'node_modules/.bin', tool), join(root, toolingFolder, 'node_modules/.bin', tool)]
  const found = path.find((candidate) => existsSync(candidate))
  if (!found) {
    console.error(`${tool} is not installed in ${folder}: add it to ${join(folder, 'package.json')}.`)
    return 127
  }
  const shell = process.platform === 'win32'
  if (!onOutput) return (await run(found, args, { cwd, env, shell })).code
  const tee = (text: string) => {
    process.stdout.write(text)
    onOutput(text)
  }
  const colored = process.stdout.isTTY ? { ...env, FORCE_COLOR: '1' } : env
  return (await run(found, args, { cwd, env: colored, shell, quiet: true, onOutput: tee })).code
}

/** Runs the tests that a vitest configuration describes and counts them. `config` is a path from the root. */
export async function runVitest(context: StageContext, config: string): Promise<Count> {
  return withReport(async (report) => {
    const folder = packageFolder(context.root, config)
    const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const file = relative(join(context.root, folder), join(context.root, config))
    let wasReloaded = false
    const code = await runTool(context, 'vitest', ['run', `--config=${file}`, ...options], folder, (text) => {
      wasReloaded ||= text.includes(lateDependency)
    })
    const count = countVitest(readReport<VitestReport>(report, config, code), code)
    const note = `${lateDependency}: name the dependency in browserTests([…]) of ${config}`
    return wasReloaded ? sumCounts([count, { passed: 0, failed: 1, note }]) : count
  })
}

/** Runs the tests that a Playwright configuration describes and counts them. `config` is a path from the root. */
export async function runPlaywright(context: StageContext, config: string): Promise<Count> {
  return withReport(async (report) => {
    const env = {
      ...context.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      NODE_OPTIONS: `${context.env.NODE_OPTIONS ?? ''} --conditions=@usher/source`.trim(),
    }
    const folder = dirname(config)
    const args = ['test', `--config=${relative(folder, config)}`, '--reporter=list,json']
    const code = await runTool({ ...context, env }, 'playwright', args, folder)
    return countPlaywright(readReport<PlaywrightReport>(report, config, code), code)
  })
}

/** Runs one turbo task in every package that has it and counts the packages. */
export async function runTurbo(context: StageContext, task: string): Promise<Count> {
  const summaries = join(context.root, '.turbo/runs')
  const before = listFiles(summaries)
  const env = { ...context.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
  const options = [
    '--summarize',
    '--continue=always',
    '--output-logs=errors-only',
    '--no-color',
    '--concurrency=100%',
  ]
  const code = await runTool({ ...context, env }, 'turbo', ['run', task, ...options])
  const file = listFiles(summaries).find((name) => name.endsWith('.json') && !before.includes(name))
  const report = file ? join(summaries, file) : `the summary of turbo run ${task}`
  return countTurbo(readReport<TurboSummary>(report, `turbo run ${task}`, code), code)
}

const toolingFolder = 'packages/tooling'

async function withReport(work: (report: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'usher-report-'))
  try {
    return await work(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const listFiles = (folder: string) => (existsSync(folder) ? readdirSync(folder) : [])

function readReport<Report>(file: string, subject: string, code: number): Report {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  throw new Error(`${subject} ended with exit code ${code} before it wrote a report; its output is above`)
}

function packageFolder(root: string, config: string): string {
  const folder = dirname(config)
  return existsSync(join(root, folder, 'package.json')) ? folder : '.'
}
