import { mkdirSync, writeFileSync } from 'node:fs'
import { bundle } from 'lightningcss'

/** Flattens `styles/styles.css` and what it imports into the one file that is published. */
const { code } = bundle({ filename: 'styles/styles.css', minify: true })
mkdirSync('dist', { recursive: true })
writeFileSync('dist/styles.css', code)
