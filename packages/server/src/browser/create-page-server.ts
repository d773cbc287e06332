import {
  assembleTestServer,
  type TestServer,
  type TestServerOptions,
} from '../testing/assemble-test-server.ts'
import { canvasImageProcessor } from './canvas-image-processor.ts'
import { createPageImageStore } from './page-image-store.ts'
import { createWasmDialect } from './wasm-dialect.ts'

/**
 * A real server inside the page, on a SQLite database of its own in WebAssembly: for stories and component tests.
 * A page may have as many as it likes.
 */
export const createPageServer = (options: TestServerOptions = {}): Promise<TestServer> =>
  assembleTestServer(
    { dialect: createWasmDialect(), imageProcessor: canvasImageProcessor },
    { images: createPageImageStore(), ...options },
  )
