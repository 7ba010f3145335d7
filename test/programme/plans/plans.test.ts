import { beforeAll, describe, expect, test } from '@jest/globals'
import { planOfChild } from '../../../src/programme/plans/ofChild.ts'
import {
  datesInOrder,
  madeTogether,
  namesItsBarrier,
  PLAN_PART_KINDS,
  type MadeWith,
} from '../../../src/programme/plans/rules.ts'
import { barrierWorkflow } from '../../../src/programme/plans/workflow.ts'
import { actingIn, refusalOf } from '../../support/acting.ts'
import { aChild, aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

// The clock stands on Tuesday 3 March 2026.
let programme: TestProgramme
let coordinator: string
beforeAll(async () => {
  programme = await testProgramme()
  coordinator = await aPerson({ ...programme, roles: ['co-ordinator'] })
})
const { act, create } = actingIn(() => programme)
const enter = (
  collection: 'plans' | 'plan-parts' | 'barriers' | 'goals' | 'key-workers',
  fields: Record<string, unknown>,
) => create({ by: coordinator, collection, fields })
const aBarrier = (child: string) =>
  enter('barriers', { child, what: 'No way to get to the club', remedy: 'money', remedyWords: 'A bus pass' })

const together: MadeWith = { childTookPart: true, childNotBecause: '', parents: 1, parentsNotBecause: '' }

test.each<[string, Partial<MadeWith>, boolean]>([
  ['with child and parent', {}, true],
  ['without the child', { childTookPart: false }, false],
  ['without the child, blank words', { childTookPart: false, childNotBecause: '  ' }, false],
  ['without the child, with words', { childTookPart: false, childNotBecause: 'Was ill' }, true],
  ['without a parent', { parents: 0 }, false],
  ['without a parent, with words', { parents: 0, parentsNotBecause: 'In care' }, true],
])('[PLN-1] a plan %s', (_words, changes, stands) => {
  expect(madeTogether({ ...together, ...changes }).allowed).toBe(stands)
})

test.each([
  [{ from: '2026-03-03', until: '2026-03-02' }, false],
  [{ from: '2026-03-03', until: '2026-03-03' }, true],
  [{ from: '2028-02-28', until: '2028-02-29' }, true],
  [{ from: '2026-03-03', until: null }, true],
])('[PLN-1] a part of a plan, %j', (dates, stands) => {
  expect(datesInOrder(dates).allowed).toBe(stands)
})

test.each<[string, { child: string } | undefined, string | undefined]>([
  ['barrier', { child: 'a' }, undefined],
  ['barrier', undefined, 'PLN-5'],
  ['barrier', { child: 'b' }, 'PLN-2'],
  ['life-skills', undefined, undefined],
  ['potential', { child: 'a' }, 'PLN-5'],
])('[PLN-5] a goal with the aim %s and the barrier %j', (aim, barrier, rule) => {
  const decision = namesItsBarrier({ aim, child: 'a', barrier })
  expect(decision.allowed ? undefined : decision.rule).toBe(rule)
})

describe('[PLN-1] a child’s plan', () => {
  test('[PLN-1] is made with child, parents and key workers, and holds each of the six kinds of part', async () => {
    const child = await aChild(programme)
    const worker = await enter('key-workers', { child: child.id, name: 'Terry Makebelieve', role: 'Form tutor' })
    expect(
      await refusalOf(enter('plans', { child: child.id, madeOn: '2026-03-03', parents: [child.guardianId] })),
    ).toMatchObject({ rule: 'PLN-1', reason: 'A plan is made with the child.' })
    await enter('plans', {
      child: child.id,
      madeOn: '2026-03-03',
      childTookPart: true,
      childsWords: 'I like trains',
      parents: [child.guardianId],
      keyWorkers: [worker.id],
      othersTookPart: 'The nurse',
    })
    await enter('plans', { child: child.id, madeOn: '2025-11-03', childTookPart: true, parents: [child.guardianId] })
    for (const kind of Object.keys(PLAN_PART_KINDS))
      await enter('plan-parts', { child: child.id, kind, title: `A ${kind}`, from: '2026-03-03', state: 'planned' })
    const { plan, parts } = await planOfChild({ ...programme, childId: child.id })
    expect(plan).toMatchObject({ madeOn: '2026-03-03', childTookPart: true, childsWords: 'I like trains' })
    expect([...(plan?.madeWith ?? [])].sort()).toEqual(['Alex Testerton', 'Terry Makebelieve, Form tutor', 'The nurse'])
    expect(parts.map(({ kind }) => kind).sort()).toEqual(Object.keys(PLAN_PART_KINDS).sort())
    expect(
      await refusalOf(
        enter('plan-parts', {
          child: child.id,
          kind: 'trip',
          title: 'Backwards',
          from: '2026-03-03',
          until: '2026-03-01',
          state: 'planned',
        }),
      ),
    ).toMatchObject({ rule: 'PLN-1' })
  })
})

describe('[PLN-2] barriers', () => {
  test('[PLN-2] a barrier says what would remove it; how it was removed is kept; it can come back', async () => {
    const child = await aChild(programme)
    await expect(enter('barriers', { child: child.id, what: 'No laptop', remedy: 'money' })).rejects.toThrow()
    const { id } = await aBarrier(child.id)
    await expect(
      act({ by: coordinator, workflow: barrierWorkflow, id, action: 'remove', input: { how: ' ' } }),
    ).rejects.toThrow('Say how it was removed.')
    expect(
      await act({
        by: coordinator,
        workflow: barrierWorkflow,
        id,
        action: 'remove',
        input: { how: 'The charity bought it' },
      }),
    ).toMatchObject({ status: 'removed', removedOn: '2026-03-03', removedHow: 'The charity bought it' })
    expect(await act({ by: coordinator, workflow: barrierWorkflow, id, action: 'reopen' })).toMatchObject({
      status: 'open',
      removedOn: null,
    })
    expect((await planOfChild({ ...programme, childId: child.id })).barriers).toMatchObject([
      { what: 'No way to get to the club', remedy: 'money', remedyWords: 'A bus pass', status: 'open' },
    ])
  })

  test('[PLN-5] a goal whose aim is a barrier removed names one of the child’s own', async () => {
    const child = await aChild(programme)
    const other = await aChild(programme)
    const goal = {
      child: child.id,
      title: 'Get there alone',
      aim: 'barrier',
      outcome: 'Goes every week',
      measure: 'Counted',
    }
    expect(await refusalOf(enter('goals', goal))).toMatchObject({ rule: 'PLN-5' })
    expect(await refusalOf(enter('goals', { ...goal, barrier: (await aBarrier(other.id)).id }))).toMatchObject({
      rule: 'PLN-2',
    })
    const barrier = (await aBarrier(child.id)).id
    expect(await refusalOf(enter('goals', { ...goal, aim: 'life-skills', barrier }))).toMatchObject({ rule: 'PLN-5' })
    expect(await enter('goals', { ...goal, barrier })).toMatchObject({ aim: 'barrier' })
  })
})
