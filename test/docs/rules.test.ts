import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workflowsDocument } from '../../src/boot/workflowsDocument.ts'

const root = new URL('../..', import.meta.url).pathname
const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))

test('every rule id that a refusal can name stands in docs/rules.md', () => {
  const named = new Set(
    filesUnder('src').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/rule: '([A-Z-]+\d*)'|missing\('([A-Z]+-\d+)'/g)].map(
        ([, one, other]) => one ?? other ?? '',
      ),
    ),
  )
  const written = readFileSync(join(root, 'docs/rules.md'), 'utf8')
  expect(named.size).toBeGreaterThan(25)
  expect([...named].filter((id) => !written.includes(`**${id}**`))).toEqual([])
})

test('docs/workflows.md is drawn from the declarations as they are', () => {
  expect(readFileSync(join(root, 'docs/workflows.md'), 'utf8')).toBe(workflowsDocument())
})
