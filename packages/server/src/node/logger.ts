import type { Logger } from '../ports/logger.ts'

/** Structured log lines on standard error; pino is loaded with the first line. */
export function createLogger(): Logger {
  const loading = () => import('pino').then(({ pino }) => pino({ base: undefined }, pino.destination(2)))
  let logger: ReturnType<typeof loading> | null = null
  const write = (level: 'info' | 'warn' | 'error') => (fields: Record<string, unknown>, message: string) => {
    logger ??= loading()
    void logger.then((pino) => pino[level](fields, message))
  }
  return { info: write('info'), warn: write('warn'), error: write('error') }
}
