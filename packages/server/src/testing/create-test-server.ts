import type { Dialect } from 'kysely'
import { createSharpImageProcessor } from '../node/images/sharp-image-processor.ts'
import { createSqliteDialect } from '../node/sqlite-dialect.ts'
import { assembleTestServer, type TestServer, type TestServerOptions } from './assemble-test-server.ts'

/**
 * A real server in this process, with a clock to move and a mailbox to read.
 * @param options.dialect another database than a new SQLite in memory
 */
export const createTestServer = ({
  dialect,
  ...options
}: TestServerOptions & { dialect?: Dialect } = {}): Promise<TestServer> =>
  assembleTestServer(
    { dialect: dialect ?? createSqliteDialect(':memory:'), imageProcessor: createSharpImageProcessor() },
    options,
  )
