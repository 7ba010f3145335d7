import { beforeAll, expect, test } from '@jest/globals'
import { loadRecordPage } from '../../src/core/record/loadRecordPage.ts'
import { historyWords } from '../../src/programme/history.ts'
import { areas } from '../../src/programme/house.ts'
import { readLooksAsked, whoLooked, whoLookedFile, looksQuery } from '../../src/programme/whoLooked.ts'
import { actingIn } from '../support/acting.ts'
import { aChild, aPerson } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

// The clock stands on Tuesday 3 March 2026, noon.
let programme: TestProgramme
let pair: Awaited<ReturnType<typeof aPairThatMayAgree>>
let lead: string
beforeAll(async () => {
  programme = await testProgramme()
  pair = await aPairThatMayAgree(programme)
  lead = await aPerson({
    ...programme,
    name: 'Linden Placeholder',
    roles: ['committee'],
    designations: ['safeguarding-lead'],
  })
})
const { workAs } = actingIn(() => programme)

const asked = async (who: string, query: Record<string, string>) =>
  whoLooked({ work: await workAs(who), asked: readLooksAsked(query) })

/** Puts a row into the audit as somebody's look at some records at a moment. */
const looked = ({ by, at, collection, ids }: { by: string; at: string; collection: string; ids: readonly string[] }) =>
  programme.query('select append_audit_events($1::jsonb)', [
    JSON.stringify([
      {
        occurred_at: at,
        actor_kind: 'person',
        actor_id: by,
        actor_note: null,
        action: 'read',
        record_collection: collection,
        record_id: ids.length === 1 ? ids[0] : null,
        came_from: 'panel',
        detail: { ids },
      },
    ]),
  ])

test('[DAT-1] a safeguarding lead reads in sentences who looked at a child’s record, and nobody else does', async () => {
  await loadRecordPage({
    work: await workAs(pair.coordinator),
    collection: 'children',
    id: pair.child.id,
    areas,
    words: historyWords,
  })
  expect(await asked(pair.coordinator, { of: `children:${pair.child.id}` })).toBeUndefined()
  await expect(
    whoLookedFile({ work: await workAs(pair.coordinator), asked: readLooksAsked({}) }),
  ).rejects.toMatchObject({
    status: 404,
  })
  const answer = await asked(lead, { of: `children:${pair.child.id}` })
  expect(answer?.looks.map(({ said }) => said)).toEqual(['Morgan Specimen opened Robin Testerton’s record'])
})

test('[DAT-1] what one person saw in one moment is one look, of lists too, and each is found by person, child and day', async () => {
  const other = await aChild({ ...programme, name: 'Sky Specimen' })
  await looked({
    by: pair.confirmer,
    at: '2026-02-10T09:00:00Z',
    collection: 'children',
    ids: [other.id, pair.child.id],
  })
  await looked({ by: pair.confirmer, at: '2026-02-10T09:00:00Z', collection: 'guardians', ids: [other.guardianId] })
  await looked({ by: lead, at: '2026-02-12T23:30:00Z', collection: 'children', ids: [other.id] })
  const said = async (query: Record<string, string>) => (await asked(lead, query))?.looks.map((look) => look.said)
  expect(await said({ ofName: 'sky' })).toEqual([
    'Linden Placeholder opened Sky Specimen’s record',
    'Casey Standin opened Sky Specimen’s record',
  ])
  expect(await said({ byName: 'casey' })).toEqual([
    'Casey Standin opened 2 children and the parent or carer “Alex Testerton”',
  ])
  expect(await said({ ofName: 'sky', from: '2026-02-12', until: '2026-02-12' })).toEqual([
    'Linden Placeholder opened Sky Specimen’s record',
  ])
  expect(await said({ ofName: 'sky', from: '2026-02-13' })).toEqual([])
  expect((await asked(lead, { ofName: 'sky' }))?.looks[0]?.where).toBe('from the panel')
  // A name that fits several, or nobody, is asked about and finds nothing yet.
  const several = await asked(lead, { ofName: 'e' })
  expect([several?.looks, several?.subjects.map(({ name }) => name)]).toEqual([
    [],
    expect.arrayContaining(['Robin Testerton', 'Harper Sample']),
  ])
  expect(JSON.stringify(await said({}))).not.toMatch(/[0-9a-f]{8}-/)
})

test('[DAT-2] a change stands there with who, when, from where, and what it put in place of what', async () => {
  const work = await workAs(pair.coordinator)
  await work.req.payload.update({
    collection: 'children',
    id: pair.child.id,
    data: { school: 'Makebelieve Primary' },
    overrideAccess: false,
    req: work.req,
  })
  await work.req.payload.update({
    collection: 'children',
    id: pair.child.id,
    data: { school: 'Inventwood School' },
    overrideAccess: false,
    req: work.req,
  })
  const answer = await asked(lead, { of: `children:${pair.child.id}`, what: 'changes' })
  expect(answer?.looks[0]).toMatchObject({
    said: 'Morgan Specimen changed “School” of the child “Robin Testerton”',
    details: [{ term: 'School', words: 'Makebelieve Primary → Inventwood School' }],
  })
})

test('pages of a long audit follow each other: nothing twice, nothing left out', async () => {
  const child = await aChild({ ...programme, name: 'Wren Imaginary' })
  for (let minute = 10; minute < 35; minute += 1)
    await looked({ by: pair.confirmer, at: `2026-01-10T09:${minute}:00Z`, collection: 'children', ids: [child.id] })
  const moments: string[] = []
  let query = `of=children:${child.id}`
  for (let part = 0; part < 10 && query !== ''; part += 1) {
    const answer = await whoLooked({
      work: await workAs(lead),
      asked: readLooksAsked(Object.fromEntries(new URLSearchParams(query))),
      limit: 7,
    })
    moments.push(...(answer?.looks.map(({ at }) => at.toISOString().slice(14, 16)) ?? []))
    query = answer?.goOnAfter ? looksQuery(answer.asked, { after: answer.goOnAfter }) : ''
  }
  expect(moments).toEqual(Array.from({ length: 25 }, (_, place) => String(34 - place)))
})

test('[DAT-6] the list is taken out as a file that is safe in a spreadsheet, and that it was taken is recorded', async () => {
  const file = await whoLookedFile({ work: await workAs(lead), asked: readLooksAsked({ ofName: 'wren' }) })
  expect(file.body.toString('utf8').split('\r\n')).toHaveLength(27)
  expect(file.body.toString('utf8')).toContain('Casey Standin opened Wren Imaginary’s record')
  expect(
    await programme.query(
      "select actor_id, detail->>'rows' as rows from audit_events where action = 'export' and record_collection = 'audit-events'",
    ),
  ).toEqual([{ actor_id: lead, rows: '25' }])
})
