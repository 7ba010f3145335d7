import { readFileSync, writeFileSync } from 'node:fs'
import { workflowsDocument } from '../src/boot/workflowsDocument.ts'

// npm run generate: draws docs/workflows.md from the workflows' declarations. With --check it only says whether it is
// current.
const path = new URL('../docs/workflows.md', import.meta.url)
const current = workflowsDocument()
if (!process.argv.includes('--check')) writeFileSync(path, current)
else if (readFileSync(path, 'utf8') !== current) {
  process.stderr.write('docs/workflows.md is not current: run npm run generate.\n')
  process.exit(1)
}
