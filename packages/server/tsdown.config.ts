import { packageBuild } from '@usher/tooling/tsdown'
import { defineConfig } from 'tsdown'

const inbox = 'src/node/inbox/*.{html,css,js}'

const modules = packageBuild({
  entry: [
    'src/index.ts',
    'src/node/index.ts',
    'src/node/foreign-password-worker.ts',
    'src/browser/index.ts',
    'src/testing/index.ts',
  ],
  platform: 'node',
  copy: [{ from: inbox, to: 'dist/node/inbox' }],
})

/** The small libraries that become a part of the command; their licences go with it. */
const bundled = ['@hono/node-server', 'bowser', 'hono', 'jose', 'kysely', 'zod']

// The command in one piece with the small libraries: Node then opens a few files instead of some hundred, which
// halves the time and the memory of a start. What is large is still loaded when it is first used.
const command = defineConfig({
  entry: { 'node/cli': 'src/node/cli.ts' },
  platform: 'node',
  format: 'esm',
  dts: false,
  clean: false,
  fixedExtension: false,
  target: 'es2022',
  tsconfig: 'tsconfig.build.json',
  // Its pages are looked up beside it.
  copy: [
    { from: inbox, to: 'dist/node' },
    ...bundled.map((name) => ({
      from: `node_modules/${name}/LICENSE*`,
      to: 'dist/node/licenses',
      rename: `${name.replace('/', '-')}.txt`,
    })),
  ],
  outputOptions: { codeSplitting: false },
  deps: {
    alwaysBundle: [/^@usher\//, ...bundled.flatMap((name) => [name, new RegExp(`^${name}/`)])],
    onlyBundle: bundled,
    neverBundle: [
      '@node-rs/argon2',
      /^@simplewebauthn\//,
      'aws4fetch',
      'hash-wasm',
      'mmdb-lib',
      'nodemailer',
      'oauth4webapi',
      'pg',
      'pino',
      'sharp',
      /^@zxcvbn-ts\//,
    ],
  },
})

export default [modules, command]
