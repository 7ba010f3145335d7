import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { childName, firstName, firstNameSql, spokenTo } from '../../../src/programme/people/names.ts'
import { testProgramme } from '../../support/programme.ts'

const source = fileURLToPath(new URL('../../../src', import.meta.url))

/** Who reads what a child likes to be called as a field of the record, and names nobody by it. */
const OF_THE_RECORD = {
  'programme/people/names.ts': 'the fragments',
  'programme/people/children/rules.ts': 'whether it is the same child',
  'programme/people/children/ofChild.ts': 'the child’s page',
  'programme/referrals/incoming/likelyChildren.ts': 'whether it is the same child',
  'programme/workingList/complete.ts': 'whether it is the same child',
  'programme/meetings/logs/paper/bringIn.ts': 'whether a sheet of paper is of this child',
  'programme/workingList/list.ts': 'whether it is the same child',
  'programme/merging/facts.ts': 'two records side by side',
  'programme/merging/carryOut.ts': 'two records that become one',
}

test('[MAT-7] a query says for whom it names a child: in full, as the child likes to be called, or by the first name alone', async () => {
  const files = (await readdir(source, { recursive: true })).filter((name) => /^(?!core|sample).*\.tsx?$/.test(name))
  const [own, asItIs, cutOff]: [string[], string[], string[]] = [[], [], []]
  for (const name of files) {
    const text = await readFile(join(source, name), 'utf8')
    if (/\bknown_as\b/.test(text)) own.push(name)
    if (/\.name as "(?:childName|fullName)"/.test(text)) asItIs.push(name)
    if (/split_part\((?:[^)]*name|regexp_replace)|\bname\.(?:trim\(\)\.)?split\([^)]*\)\[0\]/.test(text))
      cutOff.push(name)
  }
  expect(own.sort()).toEqual(Object.keys(OF_THE_RECORD).sort())
  expect(asItIs).toEqual([])
  expect(cutOff).toEqual(['programme/people/names.ts'])
})

test('[MAT-7] PostgreSQL names a child by each fragment, and cuts a first name as we do: no blank, no unseen sign and no form of address is one', async () => {
  const { query } = await testProgramme()
  const named = async (name: string, knownAs: string | null) =>
    (
      await query(
        `select ${childName.inFull('c')} as full, ${childName.spoken('c')} as spoken, ${childName.first('c')} as first from (select $1::text as name, $2::text as known_as) c`,
        [name, knownAs],
      )
    )[0]
  expect(await named('Robin Fictional Madeup', 'Rob')).toEqual({
    full: 'Robin Fictional Madeup',
    spoken: 'Rob',
    first: 'Rob',
  })
  for (const none of [null, ''])
    expect(await named('Robin Fictional Madeup', none)).toEqual({
      full: 'Robin Fictional Madeup',
      spoken: 'Robin Fictional Madeup',
      first: 'Robin',
    })
  expect(await named('\u00a0Pia  Madeup', '\u200b ')).toMatchObject({ first: 'Pia' })
  const names = [
    'Robin Madeup',
    ' Robin Madeup ',
    'Robin',
    '',
    'Anne-Marie O’Madeup Fictional',
    '\u00a0Pia Madeup',
    '\u200b\u202aPia\u3000Madeup',
    'Mr Obi',
    'Mrs. Ada Obi',
    'The Rev',
    'Prof Dr Ada Obi',
    'DR OBI',
    'Mr',
    'Miss Mr',
    'Drew Mrozek',
  ]
  const cut = await query<{ first: string }>(
    `select ${firstNameSql('n.name')} as first from unnest($1::text[]) with ordinality as n(name, place) order by n.place`,
    [names],
  )
  expect(cut.map(({ first }) => first)).toEqual(names.map(firstName))
  expect(names.map(firstName)).toEqual([
    ...['Robin', 'Robin', 'Robin', '', 'Anne-Marie', 'Pia', 'Pia'],
    ...['Obi', 'Ada', 'The', 'Ada', 'OBI', 'Mr', 'Mr', 'Drew'],
  ])
  expect(names.map(spokenTo)).toEqual([
    ...['Robin', 'Robin', 'Robin', '', 'Anne-Marie', 'Pia', 'Pia'],
    ...['Mr Obi', 'Mrs. Ada Obi', 'The', 'Prof Dr Ada Obi', 'DR OBI', 'Mr', 'Miss Mr', 'Drew'],
  ])
})
