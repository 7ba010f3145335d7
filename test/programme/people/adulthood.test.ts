import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { daysAfter } from '../../../src/core/clock/londonDates.ts'
import { adultFrom, adultsBornBy, isAdult, isAdultSql } from '../../../src/programme/people/adulthood.ts'
import { testProgramme } from '../../support/programme.ts'

const source = fileURLToPath(new URL('../../../src', import.meta.url))

test('[VOL-12, CON-9] the age from which somebody is an adult is reckoned with in one file', async () => {
  const files = (await readdir(source, { recursive: true })).filter((name) => /^(?!core|sample).*\.tsx?$/.test(name))
  const reckoning: string[] = []
  for (const name of files)
    if (/[-+] ?18\b|\b18 \* 12|[<>]=? 18\b|\b18 years|_AT = 18/.test(await readFile(join(source, name), 'utf8')))
      reckoning.push(name)
  // A scene's drawing goes 18 to the left.
  expect(reckoning.filter((name) => name !== 'web/design/Icon.tsx')).toEqual(['programme/people/adulthood.ts'])
})

test('[VOL-12, CON-9] PostgreSQL says of everybody what the rule says, on every day around a birthday and of a leap year', async () => {
  const { query } = await testProgramme()
  const births = ['2008-02-28', '2008-02-29', '2008-03-01', '2007-12-31', '2010-01-01', '2006-02-28', '']
  const asked = births.flatMap((bornOn) =>
    [...Array(9).keys()].flatMap((days) =>
      (bornOn === '' ? ['2026-03-01'] : [adultFrom(bornOn), '2024-02-29', '2028-02-29']).map((around) => ({
        bornOn,
        on: daysAfter({ date: around, days: days - 4 }),
      })),
    ),
  )
  const rows = await query<{ adult: boolean }>(
    `select ${isAdultSql({ bornOn: 'a.born', on: 'a.day' })} as adult from unnest($1::text[], $2::text[]) with ordinality as a(born, day, place) order by a.place`,
    [asked.map(({ bornOn }) => bornOn || null), asked.map(({ on }) => on)],
  )
  const ours = asked.map(isAdult)
  expect(rows.map(({ adult }) => adult)).toEqual(ours)
  expect([ours.includes(true), ours.includes(false)]).toEqual([true, true])
  // Who is an adult is among those who are searched for.
  expect(asked.filter(({ bornOn, on }) => isAdult({ bornOn, on }) && bornOn > adultsBornBy(on))).toEqual([])
})
