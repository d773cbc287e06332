import { defineConfig, type UserConfig } from 'tsdown'

export type PackageBuild = Pick<UserConfig, 'platform' | 'copy'> & {
  /** Source files that the package exports. */
  entry: string[]
}

/** The build of every publishable package: one ES module a source file, types beside it, `'use client'` kept. */
export const packageBuild = ({ platform = 'neutral', ...options }: PackageBuild) =>
  defineConfig({
    ...options,
    platform,
    format: 'esm',
    dts: true,
    unbundle: true,
    fixedExtension: false,
    target: 'es2022',
    tsconfig: 'tsconfig.build.json',
  })
