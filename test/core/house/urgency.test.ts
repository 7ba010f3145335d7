import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { inboxOf, type Waiting } from '../../../src/core/house/inbox.ts'
import { compareUrgency, urgencyOf, type Gravity } from '../../../src/core/house/urgency.ts'

// A Tuesday, midday in London.
const now = new Date('2026-03-03T12:00:00Z')
const GRAVITIES = ['alarm', 'people', 'work', 'upkeep'] as const

// Far off or long ago as often as within a few days.
const moment = fc.oneof(
  fc.date({ min: new Date('2025-06-01'), max: new Date('2027-06-01'), noInvalidDate: true }),
  fc.date({ min: new Date('2026-02-27'), max: new Date('2026-03-07'), noInvalidDate: true }),
)
const day = moment.map((date) => date.toISOString().slice(0, 10))
const gravity = fc.constantFrom<Gravity>(...GRAVITIES)
const given = fc.record({
  gravity,
  by: fc.option(fc.oneof(moment, day), { nil: undefined }),
  since: fc.option(fc.oneof(moment, day), { nil: undefined }),
})

describe('how urgent something is', () => {
  test.each([
    ['today, at an hour', { gravity: 'people', by: new Date('2026-03-03T15:00:00Z') }, 'in 3 hours', false],
    ['in a few minutes', { gravity: 'people', by: new Date('2026-03-03T12:20:00Z') }, 'in 20 minutes', false],
    ['an hour ago', { gravity: 'people', by: new Date('2026-03-03T11:00:00Z') }, '1 hour late', true],
    ['tomorrow', { gravity: 'people', by: new Date('2026-03-04T16:00:00Z') }, 'tomorrow, 4pm', false],
    ['today, the whole day', { gravity: 'work', by: '2026-03-03' }, 'today', false],
    ['yesterday', { gravity: 'work', by: '2026-03-02' }, '1 day late', true],
    ['in five days', { gravity: 'work', by: '2026-03-08' }, 'in 5 days', false],
    ['far off', { gravity: 'work', by: '2026-08-08' }, 'by 8 August 2026', false],
    ['since today', { gravity: 'work', since: now }, 'new today', false],
    ['for six days', { gravity: 'work', since: '2026-02-25' }, 'waits 6 days', false],
    ['without any day', { gravity: 'work' }, '', false],
  ] as const)('%s', (_what, asked, clock, isLate) => {
    expect(urgencyOf({ ...asked, now })).toMatchObject({ clock, isLate })
  })

  test('says why in plain words', () => {
    expect(urgencyOf({ gravity: 'people', by: '2026-03-01', now }).why).toBe(
      'Somebody waits for it. Its day has gone by.',
    )
    expect(urgencyOf({ gravity: 'alarm', now }).why).toBe('Somebody may be in danger.')
  })

  test('a calendar date holds to the end of its day in London, on a summer evening too', () => {
    const evening = new Date('2026-07-01T22:30:00Z')
    expect(urgencyOf({ gravity: 'work', by: '2026-07-01', now: evening }).isLate).toBe(false)
    expect(urgencyOf({ gravity: 'work', by: '2026-07-01', now: new Date('2026-07-01T23:00:00Z') }).isLate).toBe(true)
  })

  test('a meeting in two hours comes before a log that has waited for weeks', () => {
    const meeting = urgencyOf({ gravity: 'people', by: new Date('2026-03-03T14:00:00Z'), now })
    const log = urgencyOf({ gravity: 'people', since: '2026-01-10', now })
    expect(compareUrgency(meeting, log)).toBeLessThan(0)
  })

  test('an alarm comes before everything, whatever its day', () => {
    fc.assert(
      fc.property(given, given, (alarm, other) => {
        const first = urgencyOf({ ...alarm, gravity: 'alarm', now })
        const second = urgencyOf({ ...other, now })
        expect(other.gravity === 'alarm' || compareUrgency(first, second) < 0).toBe(true)
      }),
    )
  })

  test('of the same gravity the sooner day never comes after the later one', () => {
    fc.assert(
      fc.property(gravity, moment, moment, (grave, one, other) => {
        const [sooner, later] = one <= other ? [one, other] : [other, one]
        expect(
          compareUrgency(urgencyOf({ gravity: grave, by: sooner, now }), urgencyOf({ gravity: grave, by: later, now })),
        ).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('with the same day the graver never comes after the less grave', () => {
    fc.assert(
      fc.property(
        fc.subarray([...GRAVITIES], { minLength: 2, maxLength: 2 }),
        given,
        ([graver, less], { by, since }) => {
          expect(
            compareUrgency(
              urgencyOf({ gravity: graver ?? 'alarm', by, since, now }),
              urgencyOf({ gravity: less ?? 'upkeep', by, since, now }),
            ),
          ).toBeLessThanOrEqual(0)
        },
      ),
    )
  })

  test('what waits longer never comes after what waits less long', () => {
    fc.assert(
      fc.property(gravity, day, day, (grave, one, other) => {
        const [longer, shorter] = one <= other ? [one, other] : [other, one]
        expect(
          compareUrgency(
            urgencyOf({ gravity: grave, since: longer, now }),
            urgencyOf({ gravity: grave, since: shorter, now }),
          ),
        ).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('the inbox', () => {
  type Item = Waiting & { number: number }
  const key = fc.integer({ min: 1, max: 12 }).map((number) => `record ${number}`)
  const items = fc
    .array(
      fc.record({
        keys: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
        given,
        certain: fc.boolean(),
        kind: fc.integer({ min: 1, max: 3 }),
      }),
      { maxLength: 30 },
    )
    .map((made) =>
      made.map(({ keys, given: asked, certain, kind }, number): Item => ({
        number,
        subject: { name: keys.join(), keys },
        urgency: urgencyOf({ ...asked, now }),
        neverLeftOut: certain && kind === 1,
        kind: { name: `kind ${kind}`, keys: [`kind ${kind}`] },
      })),
    )
  const all = (rows: ReadonlyArray<{ first: Item; also: Item[] }>): Item[] =>
    rows.flatMap(({ first, also }) => [first, ...also])

  test('holds no more rows than there are places, and each subject once', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), (given_, most) => {
        const { rows } = inboxOf({ items: given_, most })
        expect(rows.length).toBeLessThanOrEqual(most)
        const held = rows.map(({ first, also }) => new Set([first, ...also].flatMap(({ subject }) => subject.keys)))
        for (const [place, keys] of held.entries())
          for (const other of held.slice(place + 1)) expect([...keys].filter((one) => other.has(one))).toEqual([])
      }),
    )
  })

  test('never leaves out what is never left out, and loses nothing', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 7 }), (given_, most) => {
        const { rows, beyond } = inboxOf({ items: given_, most })
        const numbers = new Set(all(rows).map(({ number }) => number))
        for (const { number, neverLeftOut } of given_) if (neverLeftOut) expect(numbers).toContain(number)
        const whole = inboxOf({ items: given_, most: Number.POSITIVE_INFINITY })
        expect(all(whole.rows)).toHaveLength(given_.length)
        expect(whole.beyond).toBe(0)
        expect(beyond === 0).toBe(numbers.size === given_.length)
      }),
    )
  })

  test('stands in the order of urgency, the rows and what is in them, in whatever order it is given', () => {
    fc.assert(
      fc.property(items, (given_) => {
        const { rows } = inboxOf({ items: given_, most: 7 })
        for (const [place, { first, also }] of rows.entries()) {
          for (const item of also) expect(compareUrgency(first.urgency, item.urgency)).toBeLessThanOrEqual(0)
          const next = rows[place + 1]
          if (next) expect(compareUrgency(first.urgency, next.first.urgency)).toBeLessThanOrEqual(0)
        }
        const turned = inboxOf({ items: [...given_].reverse(), most: Number.POSITIVE_INFINITY })
        expect(turned.rows).toHaveLength(inboxOf({ items: given_, most: Number.POSITIVE_INFINITY }).rows.length)
      }),
    )
  })

  test('where more is never left out than there are places, all of a kind stand together', () => {
    const failed = Array.from({ length: 9 }, (_, number): Item => ({
      number,
      subject: { name: `Message ${number}`, keys: [`message ${number}`] },
      urgency: urgencyOf({ gravity: 'people', since: '2026-03-01', now }),
      neverLeftOut: true,
      kind: { name: 'Messages that did not arrive', keys: ['queue messages'] },
    }))
    const { rows, beyond } = inboxOf({ items: failed, most: 7 })
    expect(rows.map(({ subject, also }) => [subject.name, also.length])).toEqual([['Messages that did not arrive', 8]])
    expect(beyond).toBe(0)
  })
})
