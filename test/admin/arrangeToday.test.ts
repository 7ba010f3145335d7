import { expect, test } from '@jest/globals'
import { ofOthersInWords, queuesOnToday, tabsOf, yours } from '../../src/admin/today/arrange.ts'
import { placeIn } from '../../src/admin/today/loadToday.ts'
import type { WhatWaits } from '../../src/admin/today/whatWaits.ts'
import { queuesOf } from '../../src/core/house/queues.ts'
import { areas, TODAY_HEADINGS, type QueueName } from '../../src/programme/house.ts'

const QUEUES = queuesOf(areas)
const NAMES = Object.keys(QUEUES) as QueueName[]

const now = new Date('2026-03-03T12:00:00Z')

/** Enough of a row for every queue to say what it is about. */
const row = (fields: Record<string, unknown> = {}) => ({
  id: 'record-1',
  name: 'Robin Sample',
  childName: 'Robin Sample',
  childId: 'child-1',
  volunteerName: 'Harper Sample',
  template: 'consent-request',
  to: null,
  about: { collection: 'consent-requests', id: 'request-1' },
  blockers: [],
  missing: [],
  ...fields,
})

/** What waits, of which only what matters here is said of a row. */
const waiting = (rows: Partial<Record<QueueName, Array<Record<string, unknown>>>>, more: QueueName[] = []): WhatWaits =>
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      { title: QUEUES[name]?.title, rows: (rows[name] ?? []).map(row), hasMore: more.includes(name) },
    ]),
  ) as unknown as WhatWaits

test('what is empty is left out, and nothing at all leaves no tab', () => {
  expect(tabsOf({ waits: waiting({}), now })).toEqual([])
  expect(yours({ waits: waiting({}), now, most: 7 })).toEqual({ rows: [], beyond: 0 })
  expect(tabsOf({ waits: waiting({ logs: [{}] }), now })).toEqual([
    { id: 'meetings', title: 'Meetings and logs', own: 1, hasMore: false },
  ])
})

test('each area has a tab with how much of it is one’s own, in the order of the headings', () => {
  const tabs = tabsOf({
    waits: waiting(
      {
        accounts: [{ hasRole: false }],
        messages: [{}, {}],
        vetting: [{}],
        referrals: [{ isTheirs: true }],
        meetings: [{ isTheirs: true }, { isTheirs: false }],
        logs: [{}],
        decisions: [{ isTheirs: false }],
      },
      ['logs', 'decisions'],
    ),
    now,
  })
  expect(tabs.map(({ title, own, hasMore }) => [title, own, hasMore])).toEqual([
    ['Meetings and logs', 2, true],
    ['Referrals', 1, false],
    ['Recruiting', 0, false],
    ['Checks and training', 1, false],
    ['Messages and accounts', 3, false],
  ])
})

test('one child stands once among what is one’s own, with what else waits about it', () => {
  const { rows } = yours({
    waits: waiting({
      meetings: [{ id: 'meeting-1', isTheirs: true, startsAt: new Date('2026-03-03T14:00:00Z') }],
      logs: [{ id: 'log-1', submittedAt: new Date('2026-02-01T12:00:00Z') }],
      calls: [{ id: 'call-1', childId: 'child-2', askedAt: now }],
    }),
    now,
    most: 7,
  })
  expect(rows.map(({ first, also }) => [first.queue, also.map(({ queue }) => queue)])).toEqual([
    ['meetings', ['logs']],
    ['calls', []],
  ])
})

test.each<[QueueName, Record<string, unknown>, Record<string, unknown>]>([
  ['meetings', { isTheirs: true }, { isTheirs: false }],
  ['handovers', { isTheirs: true }, { isTheirs: false }],
  ['handoversBegun', { isTheirs: true }, { isTheirs: false }],
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
  ['views', { hasEnded: true }, { hasEnded: false }],
  ['suggestions', { isTheirs: true }, { isTheirs: false }],
])('%s: what this person can do nothing about is folded into a line', (name, own, ofOthers) => {
  const both = waiting({ [name]: [own, { ...ofOthers, id: 'record-2', childId: 'child-2' }] })
  const [queue] = queuesOnToday({ waits: both, now })
  expect([queue?.own.length, queue?.ofOthers.length]).toEqual([1, 1])
  expect(yours({ waits: both, now, most: 7 }).rows).toHaveLength(1)
  const line = queue ? ofOthersInWords(queue) : ''
  expect(line).toMatch(/^1 [a-z]/)
  expect(line).not.toContain('thing')
})

test('what waits for others is said in a line, with how long the oldest has waited', () => {
  const [queue] = queuesOnToday({
    waits: waiting(
      {
        consents: ['2026-02-25', '2026-03-02', '2026-03-03'].map((day, place) => ({
          id: `request-${place}`,
          askedAt: new Date(`${day}T12:00:00Z`),
          hasEnded: false,
        })),
      },
      ['consents'],
    ),
    now,
  })
  expect(queue && ofOthersInWords({ ...queue, hasMore: false })).toBe('3 consents wait for parents, the oldest 6 days')
  expect(queue && ofOthersInWords(queue)).toBe('3 or more consents wait for parents, the oldest 6 days')
})

test('[ORG-2] every queue stands under a tab that there is, at a place of its own', () => {
  const places = Object.values(QUEUES).map(({ under, place }) => `${under} ${place}`)
  expect(new Set(places).size).toBe(places.length)
  for (const { under } of Object.values(QUEUES)) expect(Object.keys(TODAY_HEADINGS)).toContain(under)
})

test('an address that names no area leads to what is one’s own', () => {
  expect([undefined, '', 'nowhere', 'toString', ['meetings'], 'meetings', 'all'].map(placeIn)).toEqual([
    'yours',
    'yours',
    'yours',
    'yours',
    'yours',
    'meetings',
    'all',
  ])
})
