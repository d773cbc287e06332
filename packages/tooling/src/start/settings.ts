import { parseArgs } from 'node:util'

/** Where `npm start` puts the server, the demo and their data. */
export type StartSettings = { serverPort: number; demoPort: number; dataFolder: string }

/**
 * Reads the settings of `npm start` from its arguments and the environment; an argument wins.
 * @throws an error whose message names the argument or variable that is wrong
 */
export function readStartSettings(
  args: string[],
  env: NodeJS.ProcessEnv,
  defaultData: string,
): StartSettings {
  const { values } = parseArgs({
    args,
    options: { port: { type: 'string' }, 'demo-port': { type: 'string' } },
  })
  const serverPort = values.port
    ? readPort('--port', values.port)
    : readPort('USHER_PORT', env.USHER_PORT ?? '4000')
  const demoPort = readPort('--demo-port', values['demo-port'] ?? '5173')
  if (serverPort === demoPort) throw new Error(`Server and demo cannot both have port ${serverPort}.`)
  return { serverPort, demoPort, dataFolder: env.USHER_DATA ?? defaultData }
}

function readPort(name: string, value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Error(`${name} must be a port from 1 to 65535, not “${value}”.`)
}
