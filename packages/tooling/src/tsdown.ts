import { defineConfig } from 'tsdown'

/** The build of every publishable package: one ES module a source file, types beside it, `'use client'` kept. */
export const packageBuild = (entry: string[], platform: 'neutral' | 'node' = 'neutral') =>
  defineConfig({
    entry,
    format: 'esm',
    dts: true,
    platform,
    unbundle: true,
    target: 'es2022',
    tsconfig: 'tsconfig.build.json',
  })
