import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const page = readFileSync(join(root, 'docs/locks.md'), 'utf8')
const rows = page.split('\n').filter((line) => line.startsWith('| `'))

/** What takes a lock in our own words or in PostgreSQL's; the words of a comment do not. */
const TAKES =
  /lockRecords\(\{|holdRecord\(\{ work, workflow: |for no key update|for update(?! to )|for share|pg_(try_)?advisory_(xact_)?lock\(/
const isComment = (line: string): boolean => /^\s*(\*|\/\/|\/\*)/.test(line)

test('every place that takes a lock stands in docs/locks.md, as often as it takes one', () => {
  const taken = ['src', 'migrations']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .map((path) => ({
      path,
      times: readFileSync(join(root, path), 'utf8')
        .split('\n')
        .filter((line) => TAKES.test(line) && !isComment(line)).length,
    }))
    .filter(({ times }) => times > 0)
  expect(taken.length).toBeGreaterThan(20)
  const locking = page.slice(page.indexOf('## Taken where'), page.indexOf('## Compared'))
  expect(taken.filter(({ path, times }) => locking.split(`| \`${path}\` |`).length - 1 < times)).toEqual([])
})

test('every test that docs/locks.md names is there', () => {
  const gone = rows.flatMap((row) => {
    const file = /`(test\/[^`]+)`/.exec(row)?.[1] ?? 'test/fault/declaredLocks.test.ts'
    const source = readFileSync(join(root, file), 'utf8')
    const named = [...row.matchAll(/“([^”]+)”/g)].map(([, words = '']) => words)
    return named.length === 0
      ? [row]
      : named.filter((words) => !source.includes(words)).map((words) => `${file}: ${words}`)
  })
  expect(rows.length).toBeGreaterThan(50)
  expect(gone).toEqual([])
})
