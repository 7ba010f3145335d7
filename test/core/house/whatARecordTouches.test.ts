import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from '@jest/globals'
import { tableOf } from '../../../src/core/database/query.ts'
import { areas } from '../../../src/programme/house.ts'

// What somebody opens who adds a kind of record. A file that names most of the records that there are is a list of
// them, and would have to be opened too, however it came about.
const root = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDERS = ['src', 'test', 'scripts', 'emails', 'migrations']

/** Every list of records outside the areas, and what of a new record must be put into it. */
const LISTS = {
  'test/access/grants.ts': 'who reads and writes it',
  'test/attack/support/mayKnow.ts': 'only a text that people write: who may know of it',
  'test/support/wordsElsewhere.ts': 'only a text that people write: where its words are looked at',
  'src/core/payload-types.ts': 'nothing, it is generated',
  'src/programme/helpTexts.ts': 'only for fields of its form that do not say themselves what belongs there',
}

/** The migrations that there are; a new record makes one of its own. */
const isMigration = (file: string): boolean => /^migrations\/\d+_\d+_\w+\.(ts|json)$/.test(file)

let texts: ReadonlyMap<string, string>
beforeAll(() => {
  const files = [
    ...FOLDERS.flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    ),
    ...readdirSync(root, { encoding: 'utf8' }),
  ].filter((file) => /\.(ts|tsx|js|mjs|cjs|json|css)$/.test(file) && file !== 'package-lock.json')
  texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
})

/** The files outside the areas' own folders that name more than half of something. */
const naming = (patterns: readonly RegExp[]): string[] =>
  [...texts]
    .filter(([file]) => !areas.some(({ name }) => file.startsWith(`src/programme/${name}/`)))
    .filter(([, text]) => patterns.filter((pattern) => pattern.test(text)).length > patterns.length / 2)
    .map(([file]) => file)
    .sort()

test('[house] adding a record of a made-up area touches at most 8 files, and nothing that is derived is one of them', () => {
  const records = areas.flatMap((area) => area.records)
  expect(records.length).toBeGreaterThan(50)
  const lists = naming(records.map(({ slug }) => new RegExp(`(?<![\\w-])(?:${slug}|${tableOf(slug)})(?![\\w-])`)))
  expect(lists.filter((file) => !isMigration(file))).toEqual(Object.keys(LISTS).sort())
  expect(lists.filter(isMigration).length).toBeGreaterThan(0)

  const floorsAre = naming(
    areas.filter(({ name }) => name !== 'core').map(({ name }) => new RegExp(`/${name}/area\\.ts'`)),
  )
  expect(floorsAre).toEqual(['src/programme/house.ts'])

  const touched = [
    'src/programme/orchard/area.ts',
    'src/programme/orchard/Trees.ts',
    'src/programme/orchard/workflow.ts',
    ...floorsAre,
    'migrations/20990101_000000_trees.ts',
    'migrations/20990101_000000_trees.json',
    'migrations/index.ts',
    ...Object.entries(LISTS).flatMap(([file, asked]) => (/^(only|nothing)/.test(asked) ? [] : [file])),
  ]
  expect(touched.filter(isMigration)).toHaveLength(2)
  expect(touched.length).toBeLessThanOrEqual(8)
})
