import { expect, test } from '@jest/globals'
import { arrange as arrangeAt } from '../../src/admin/today/arrange.ts'
import type { WhatWaits } from '../../src/admin/today/loadToday.ts'
import { queuesOf } from '../../src/core/house/queues.ts'
import { areas, type QueueName } from '../../src/programme/house.ts'

const NAMES = Object.keys(queuesOf(areas)) as QueueName[]

const now = new Date('2026-03-03T12:00:00Z')
const arrange = (waits: WhatWaits) => arrangeAt({ waits, now })

/** What waits, of which only what matters here is said of a row. */
const waiting = (rows: Partial<Record<QueueName, Array<Record<string, unknown>>>>, more: QueueName[] = []): WhatWaits =>
  ({
    ...Object.fromEntries(NAMES.map((name) => [name, { rows: rows[name] ?? [], hasMore: more.includes(name) }])),
    isBegun: true,
  }) as unknown as WhatWaits

test('what is empty is left out, and nothing at all leaves no area', () => {
  expect(arrange(waiting({}))).toEqual([])
  expect(arrange(waiting({ logs: [{}] }))).toEqual([
    { id: 'area-meetings', title: 'Meetings and logs', queues: ['logs'], own: 1, hasMore: false },
  ])
})

test('the most urgent area comes first, whatever waits in the others', () => {
  const areas = arrange(
    waiting(
      {
        accounts: [{ hasRole: false }],
        messages: [{}, {}],
        vetting: [{}],
        referrals: [{ isTheirs: true }],
        meetings: [{ isTheirs: true }, { isTheirs: false }],
        logs: [{}],
      },
      ['logs'],
    ),
  )
  expect(areas.map(({ title, queues, own, hasMore }) => [title, queues, own, hasMore])).toEqual([
    ['Meetings and logs', ['meetings', 'logs'], 2, true],
    ['Children who are referred', ['referrals'], 1, false],
    ['Checks and training', ['vetting'], 1, false],
    ['Messages and accounts', ['messages', 'accounts'], 3, false],
  ])
})

test.each<[QueueName, Record<string, unknown>, Record<string, unknown>]>([
  ['meetings', { isTheirs: true }, { isTheirs: false }],
  ['handovers', { isTheirs: true }, { isTheirs: false }],
  ['wishes', { isOneself: false }, { isOneself: true }],
  ['waitingList', { nextStep: 'propose-match' }, { nextStep: 'await-consent' }],
  ['captures', { enteredBySelf: false }, { enteredBySelf: true }],
  ['consents', { hasEnded: true }, { hasEnded: false }],
  ['referrals', { isTheirs: true }, { isTheirs: false }],
  ['decisions', { isTheirs: true }, { isTheirs: false }],
  ['applications', { isTheirs: true }, { isTheirs: false }],
  [
    'interviews',
    { isTheirs: false, status: 'considered', interviewAt: null },
    { isTheirs: false, status: 'interview-planned', interviewAt: now },
  ],
  [
    'interviews',
    { isTheirs: true, status: 'interview-planned', interviewAt: now },
    { isTheirs: true, status: 'interview-planned', interviewAt: new Date('2026-03-03T12:00:01Z') },
  ],
  ['references', { state: 'declined', takenBySelf: false }, { state: 'asked', takenBySelf: false }],
  ['references', { state: 'to-confirm', takenBySelf: false }, { state: 'to-confirm', takenBySelf: true }],
  ['overrides', { isTheirs: true }, { isTheirs: false }],
  ['clearances', { isOneself: false }, { isOneself: true }],
  ['translations', { isTheirs: true, blockers: [] }, { isTheirs: true, blockers: [{ rule: 'POL-3' }] }],
  ['adoptions', { isTheirs: true, blockers: [] }, { isTheirs: true, blockers: [{ rule: 'POL-3' }] }],
  ['accounts', { hasRole: false }, { hasRole: true }],
  ['suggestions', { isTheirs: true }, { isTheirs: false }],
])('%s: what this person can do nothing about waits at the end, under a heading of its own', (name, own, ofOthers) => {
  expect(
    arrange(waiting({ [name]: [ofOthers], messages: [{}] })).map(({ title, queues, own: count }) => [
      title,
      queues,
      count,
    ]),
  ).toEqual([
    ['Messages and accounts', ['messages'], 1],
    ['Waiting for somebody else', [name], 0],
  ])
  expect(
    arrange(waiting({ [name]: [ofOthers, own] })).map(({ id, own: count }) => [id === 'area-of-others', count]),
  ).toEqual([[false, 1]])
})
