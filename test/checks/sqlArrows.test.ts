import { expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Area } from '../../src/core/house/defineArea.ts'
import { tablesOf } from '../../src/core/house/tables.ts'
import { areas, floors } from '../../src/programme/house.ts'
import { testProgramme } from '../support/programme.ts'

const root = new URL('../..', import.meta.url).pathname
const owners = tablesOf(areas)
const floorOf = new Map(
  floors.flatMap((floor: readonly Area[], height) => floor.map(({ name }) => [name, height] as const)),
)

/** The tables that a source names in SQL and that belong to a neighbour of its area or to one above. */
const upwards = ({ area, source }: { area: string; source: string }): string[] => {
  const said = source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
  const named = [...said.matchAll(/\b(?:from|join|into|update|table)\s+(?:only\s+)?"?([a-z_]+)"?/g)].map(([, table]) =>
    String(table),
  )
  return [...new Set(named)].filter((table) => {
    const owner = owners.get(table)
    return owner !== undefined && owner !== area && (floorOf.get(owner) ?? 0) >= (floorOf.get(area) ?? 0)
  })
}

const sources = ['src/core', 'src/programme'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'payload-types.ts')
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
)

/**
 * What still looks up: how often a volunteer meets children decides the level of their check, and whom a child is
 * matched with whether a referral may end.
 */
const STILL_UPWARDS = [
  'src/programme/recruitment/queries.ts: matches',
  'src/programme/referrals/decisions/facts.ts: matches',
]

test('a table is named in SQL by its own area and by those above alone', () => {
  const found = sources.flatMap((file) => {
    const area = file.startsWith('src/core/') ? 'core' : (/^src\/programme\/([^/]+)\//.exec(file)?.[1] ?? 'merging')
    return upwards({ area, source: readFileSync(join(root, file), 'utf8') }).map((table) => `${file}: ${table}`)
  })
  expect(sources.length).toBeGreaterThan(300)
  expect(found.sort()).toEqual(STILL_UPWARDS)
})

test('what looks up or aside is found, and what looks down is not', () => {
  expect(
    upwards({ area: 'people', source: "query('select 1 from children c join meetings m on m.child_id = c.id')" }),
  ).toEqual(['meetings'])
  expect(upwards({ area: 'directory', source: 'query(`delete from guidance_pages`)' })).toEqual(['guidance_pages'])
  expect(upwards({ area: 'core', source: 'query(`insert into children_stages values (1)`)' })).toEqual([
    'children_stages',
  ])
  expect(
    upwards({ area: 'meetings', source: "// from child_merges\nquery('update session_logs set x = 1 from matches')" }),
  ).toEqual([])
})

test('every table of the database belongs to an area, those of Payload and of the job queue set aside', async () => {
  const { query } = await testProgramme()
  const tables = await query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename !~ '^payload_' order by 1",
  )
  expect(tables.length).toBeGreaterThan(60)
  expect(tables.map(({ name }) => name).filter((name) => !owners.has(name))).toEqual([])
})
