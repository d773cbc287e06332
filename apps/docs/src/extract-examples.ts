export type Example = {
  /** Markdown file the example stands in, from the root of the repository. */
  source: string
  /** Line of the opening fence, from 1. */
  line: number
  language: 'ts' | 'tsx'
  code: string
}

/** Finds the TypeScript examples of a markdown text: every fence that says `ts` or `tsx`. */
export function extractExamples(source: string, markdown: string): Example[] {
  return [...markdown.matchAll(/^```(\S*)[^\n]*\n([\s\S]*?)^```/gm)].flatMap(
    ({ 1: language, 2: code = '', index }) =>
      language === 'ts' || language === 'tsx'
        ? [{ source, line: markdown.slice(0, index).split('\n').length, language, code }]
        : [],
  )
}
