import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isNobodyElse } from '../../../src/programme/people/children/rules.ts'
import { mayBeSameChild, type Identity } from '../../../src/programme/people/children/likeness.ts'
import { restClient } from '../../attack/support/rest.ts'
import { aChild, aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

const child = (name: string, bornOn: string | null = '2014-01-20', knownAs: string | null = null): Identity => ({
  name,
  bornOn,
  knownAs,
})

test.each<[Identity, Identity, boolean]>([
  [child('Robin Testerton'), child('Robin Testerton'), true],
  [child('Robin Testerton'), child('robin  testerton'), true],
  [child('Testerton, Robin'), child('Robin Testerton'), true],
  [child('Catherine Specimen'), child('Katherine Specimen'), true],
  [child('Jon Exampleton'), child('John Exampleton'), true],
  [child('Sofia Smythe'), child('Sophia Smith'), true],
  [child('Zoë O’Madeup'), child('Zoe OMadeup'), true],
  [child('Robin Testerton'), child('Robin Testertone'), true],
  [child('Robin Testerton'), child('Robin Tseterton'), true],
  [child('Robin Testerton'), child('Robin Lee Testerton'), true],
  [child('Alexandra Pretend'), child('Alex Pretend'), true],
  [child('William Pretend', '2014-01-20', 'Bill'), child('Bill Pretend'), true],
  // Twins, cousins, strangers.
  [child('Jack Testerton'), child('Olivia Testerton'), false],
  [child('Robin Testerton'), child('Robin Makebelieve'), false],
  [child('Robin'), child('Robin Testerton'), false],
  [child('Robin Testerton', '2014-01-20'), child('Robin Testerton', '2012-07-03'), false],
  // A slip in the date: the names must sound the same.
  [child('Robin Testerton', '2014-03-02'), child('Robin Testerton', '2014-02-03'), true],
  [child('Robin Testerton', '2014-01-20'), child('Robin Testerton', '2014-01-21'), true],
  [child('Robin Testerton', '2012-02-29'), child('Robin Testerton', '2012-02-28'), true],
  [child('Robin Testerton', '2014-01-20'), child('Robyn Testerton', '2015-01-20'), true],
  [child('Robin Testerton', '2014-01-20'), child('Roberta Testerton', '2014-01-21'), false],
  // A date that is not known.
  [child('Robin Testerton', null), child('Robin Testerton'), true],
  [child('Robin Testerton', null), child('Rosin Testerton'), false],
])('[SAME-CHILD] %j and %j may be the same child: %s', (one, other, same) => {
  expect(mayBeSameChild(one, other)).toBe(same)
  expect(mayBeSameChild(other, one)).toBe(same)
})

const A_NAME = fc
  .tuple(fc.stringMatching(/^[A-Z][a-z]{3,8}$/), fc.stringMatching(/^[A-Z][a-z]{3,10}$/))
  .map((words) => words.join(' '))

test('[SAME-CHILD] every child is like themselves, in any order, case or spacing, and likeness does not depend on who comes first', () => {
  fc.assert(
    fc.property(A_NAME, A_NAME, fc.constantFrom('2014-01-20', '2014-01-21', null), (one, other, bornOn) => {
      const [first = '', last = ''] = one.split(' ')
      for (const written of [one, `${last} ${first}`, `${last}, ${first}`, one.toUpperCase(), ` ${first}   ${last} `])
        expect(mayBeSameChild(child(one), child(written))).toBe(true)
      expect(mayBeSameChild(child(one), child(other, bornOn))).toBe(mayBeSameChild(child(other, bornOn), child(one)))
    }),
    { numRuns: 2000 },
  )
})

test('[SAME-CHILD] one letter left out, doubled or swapped with its neighbour is still the same child, born on the same day', () => {
  const aSlip = fc.tuple(A_NAME, fc.nat(), fc.constantFrom('out', 'twice', 'swapped')).map(([name, place, slip]) => {
    const at = 1 + (place % (name.indexOf(' ') - 2))
    const [before, letter, next, after] = [name.slice(0, at), name[at] ?? '', name[at + 1] ?? '', name.slice(at + 2)]
    return {
      name,
      written: before + { out: next, twice: letter + letter + next, swapped: next + letter }[slip] + after,
    }
  })
  fc.assert(
    fc.property(aSlip, ({ name, written }) => {
      // Shorter words leave no room for a slip.
      fc.pre(name.split(' ').every((word) => word.length >= 5))
      expect(mayBeSameChild(child(name), child(written))).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('[SAME-CHILD] children whose birth dates differ in more than a slip are never taken for one', () => {
  const aDate = fc
    .tuple(fc.integer({ min: 2008, max: 2020 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
  fc.assert(
    fc.property(A_NAME, aDate, aDate, (name, one, other) => {
      const differing = [...one].filter((digit, place) => digit !== other[place]).length
      const [year, month, day] = one.split('-')
      fc.pre(differing > 1 && other !== `${year}-${day}-${month}`)
      expect(mayBeSameChild(child(name, one), child(name, other))).toBe(false)
    }),
  )
})

describe('[SAME-CHILD] no child is entered twice', () => {
  let programme: TestProgramme
  let cookies: { coordinator: string; volunteer: string }
  let familyId: string
  beforeAll(async () => {
    programme = await testProgramme()
    programme.payload.logger.level = 'silent'
    const cookieOf = async (role: 'co-ordinator' | 'volunteer') =>
      (await programme.signIn(await aPerson({ ...programme, roles: [role] }))).cookie
    cookies = { coordinator: await cookieOf('co-ordinator'), volunteer: await cookieOf('volunteer') }
    familyId = (await aChild({ ...programme, name: 'Robin Testerton' })).familyId
  })
  const send = (
    body: Record<string, unknown>,
    { id, cookie = cookies.coordinator }: { id?: string; cookie?: string } = {},
  ) => restClient(programme)({ method: id ? 'PATCH' : 'POST', path: `/children${id ? `/${id}` : ''}`, cookie, body })
  const countOf = async (name: string) => (await programme.query('select from children where name = $1', [name])).length
  const entered = () => ({ name: 'Robyn Testerton', bornOn: '2014-01-20', family: familyId })

  test('[SAME-CHILD, DAT-1] whoever is like a child on record is refused with who it may be, which is recorded as a read; said to be another child, they are stored with the reason', async () => {
    const refused = await send(entered())
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(
      'This may be a child whom we know already: Robin Testerton, born 20 January 2014. Nothing was stored.',
    )
    expect(await countOf('Robyn Testerton')).toBe(0)
    // The refusal undid everything, but not that the name was told.
    const [read] = await programme.query(
      "select actor_kind as kind, detail->'ids'->>0 as id from audit_events where action = 'read' and record_collection = 'children' order by sequence desc limit 1",
    )
    expect(read).toEqual({
      kind: 'person',
      id: (await programme.query("select id from children where name = 'Robin Testerton'"))[0]?.id,
    })
    expect((await send({ ...entered(), anotherChildBecause: '  ' })).status).toBe(409)
    expect((await send({ ...entered(), anotherChildBecause: 'A cousin, in another school' })).status).toBe(201)
    const [event] = await programme.query<{ kind: string; why: string }>(
      "select actor_kind as kind, detail->'anotherChildBecause'->>'after' as why from audit_events where action = 'create' and record_collection = 'children' order by sequence desc limit 1",
    )
    expect(event).toEqual({ kind: 'person', why: 'A cousin, in another school' })
  })

  test('[SAME-CHILD] a name or a birth date that is changed into another child’s is asked about too, whatever was answered before; other changes are not', async () => {
    const { body } = await send({
      name: 'Quite Different',
      bornOn: '2013-05-05',
      family: familyId,
      anotherChildBecause: 'Said once',
    })
    const { id } = body.doc as { id: string }
    const became = { name: 'Robin Testerton', bornOn: '2014-01-20' }
    expect((await send(became, { id })).status).toBe(409)
    expect((await send({ ...became, anotherChildBecause: 'Said once' }, { id })).status).toBe(409)
    expect(
      (await send({ ...became, anotherChildBecause: 'Born on the same day, another mother' }, { id })).status,
    ).toBe(200)
    expect((await send({ school: 'Inventwood School' }, { id })).status).toBe(200)
    expect((await send({ knownAs: 'Rob' }, { id })).status).toBe(200)
  })

  test('[SAME-CHILD] of two people who enter one child at the same moment one is asked', async () => {
    const twice = { name: 'Marlowe Pretend', bornOn: '2015-06-07', family: familyId }
    const statuses = (await Promise.all([send(twice), send(twice), send(twice)])).map(({ status }) => status)
    expect(statuses.sort()).toEqual([201, 409, 409])
    expect(await countOf('Marlowe Pretend')).toBe(1)
  })

  test('[SAME-CHILD, MAT-7] whoever may not enter children learns nobody’s name by trying, but whom to ask', async () => {
    const refused = await send(entered(), { cookie: cookies.volunteer })
    expect([refused.status, refused.text.includes('Robin')]).toEqual([403, false])
    const asked = isNobodyElse({
      actor: { kind: 'link', holder: 'form', recordId: 'x' },
      alike: [{ id: 'x', name: 'Robin Testerton', knownAs: null, bornOn: null }],
      because: '',
    })
    expect(asked).toMatchObject({
      rule: 'SAME-CHILD',
      reason: 'This may be a child whom we know already. Nothing was stored.',
      nextStep: 'Ask the co-ordinator or a committee member, who can see whether it is the same child.',
    })
  })
})
