import { createHash } from 'node:crypto'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import { isMaimed } from '../../core/sheets/maimed.ts'
import { likeChildrenAmong } from '../people/children/likeness.ts'
import { plainName } from '../people/children/spelling.ts'
import { compareAges, readAgeAndYear, type AgeAndYear } from './ageAndYear.ts'
import { COLUMNS, type ColumnKey, type Words } from './columns.ts'
import { isPoorer, nameKey, similarNames } from './names.ts'
import type { SheetRow } from './readRows.ts'

/**
 * A row that stands on the list already: its words as shown and exported, and which of them are facts of the programme,
 * not words of the committee.
 */
export type ListedRow = {
  entryId: string | null
  childId: string | null
  shown: Words
  facts: readonly ColumnKey[]
  rowDigest: string | null
  /** What the child is called, and the date of birth, where the programme knows them. */
  knownAs?: string | null
  bornOn?: CalendarDate | null
}

/** What becomes of a row of a sheet. */
export type PlannedRow = SheetRow & {
  digest: string
  /** What a person should look at; nothing waits for it. */
  notes: string[]
} & (
    | { outcome: 'new' }
    | { outcome: 'changed'; target: Pick<ListedRow, 'entryId' | 'childId'>; changes: Partial<Words> }
    | { outcome: 'unchanged' }
    | { outcome: 'returned'; reason: string; nextStep: string }
  )

/** How many rows came to what. */
export type Counts = Record<PlannedRow['outcome'], number>

/**
 * What taking in a sheet would do, row by row, before anything is done. Two children with one name are kept apart by
 * age and year; a row that was brought before, or that says what the list shows, changes nothing; children who may be
 * one by the likeness that every door asks, and names spelt nearly alike, are asked about and never merged; a blank cell
 * leaves what is there, and so does one that says the same with letters lost; and what cannot be sure comes back with
 * the reason. `on` is the day on which it is read. Pure.
 */
export const planRows = ({
  rows,
  standing,
  mentors,
  on,
}: {
  rows: readonly SheetRow[]
  standing: readonly ListedRow[]
  mentors: readonly string[]
  on: CalendarDate
}): PlannedRow[] => {
  const known = standing.map((one) => ({ ...one, plain: nameKey(one.shown.name), says: saidByListed(one, on) }))
  const byDigest = new Map(
    known.flatMap((one) =>
      [digestOf(one.shown), ...(one.rowDigest ? [one.rowDigest] : [])].map((digest) => [digest, one] as const),
    ),
  )
  const byName = groupedBy(known, ({ plain }) => plain)
  const likeName = similarNames([...standing.map(({ shown }) => shown.name), ...rows.map(({ words }) => words.name)])
  const likeChildren = likeChildrenAmong([
    ...known.map(({ shown, knownAs, says }) => ({ name: shown.name, knownAs, bornOn: says.bornOn })),
    ...rows.map(({ words }) => ({ name: words.name, bornOn: saidBy(words.ageGiven, on).bornOn })),
  ])
  const likeMentor = similarNames([...mentors, ...rows.map(({ words }) => words.mentorGiven)])
  const mentorNames = new Set(mentors.map(plainName))
  const claimed = new Set(rows.flatMap(({ words }) => byDigest.get(digestOf(words)) ?? []))
  const taken = new Map<string, Array<{ row: number; digest: string; says: AgeAndYear }>>()

  return rows.map(({ row, words, ...marks }): PlannedRow => {
    const base = { row, words, ...marks, digest: digestOf(words), notes: sharedNotes(marks) }
    const problem = marks.isHidden ? HIDDEN : problemWith({ words, on })
    if (problem) return { ...base, outcome: 'returned', ...problem }
    const plain = nameKey(words.name)
    const says = saidBy(words.ageGiven, on)
    const earlier = taken.get(plain) ?? []
    const repeated = earlier.find(({ digest }) => digest === base.digest)
    if (repeated)
      return { ...base, outcome: 'unchanged', notes: [`The same as row ${repeated.row}, so it counts once.`] }
    const clash = earlier.find((one) => ['equal', 'open'].includes(compareAges({ before: one.says, now: says })))
    if (clash)
      return {
        ...base,
        outcome: 'returned',
        reason: `Row ${clash.row} names ${words.name} as well, and nothing tells the two apart.`,
        nextStep: 'One child: make it one row. Two children: write a year group or a date of birth for each.',
      }
    taken.set(plain, [...earlier, { row, digest: base.digest, says }])
    if (byDigest.has(base.digest)) return { ...base, outcome: 'unchanged' }

    const namesakes = byName.get(plain) ?? []
    const [target, other] = nearest(
      namesakes.filter((one) => !claimed.has(one)),
      says,
    )
    if (target && other)
      return {
        ...base,
        outcome: 'returned',
        reason: `${namesakes.length} children called ${words.name} stand on the list, and this could be either.`,
        nextStep: 'Write the year group or the date of birth as the list shows it.',
      }
    if (target) {
      claimed.add(target)
      const { changes, notes: said } = changesTo(target, words)
      const notes = [...base.notes, ...said]
      return Object.keys(changes).length === 0
        ? { ...base, outcome: 'unchanged', notes }
        : { ...base, outcome: 'changed', target: { entryId: target.entryId, childId: target.childId }, changes, notes }
    }
    const alike =
      likeChildren({ name: words.name, bornOn: says.bornOn }).find(({ name }) => nameKey(name) !== plain)?.name ??
      likeName(words.name)
    const mentor =
      words.mentorGiven !== '' && !mentorNames.has(plainName(words.mentorGiven))
        ? likeMentor(words.mentorGiven)
        : undefined
    return {
      ...base,
      outcome: 'new',
      notes: [
        ...base.notes,
        ...(namesakes.length > 0 || earlier.length > 0
          ? [`There is another ${words.name}, of a different age: kept apart.`]
          : []),
        ...(alike ? [`Is this the same child as ${alike}? They are kept apart until somebody says so.`] : []),
        ...(mentor ? [`Is the mentor ${words.mentorGiven} the same as ${mentor}?`] : []),
      ],
    }
  })
}

/** How many rows come to what. */
export const countOutcomes = (planned: readonly PlannedRow[]): Counts => {
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, returned: 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return counts
}

/** A digest of a row's words, by which it is known again. */
const digestOf = (words: Words): string =>
  createHash('sha256')
    .update(JSON.stringify(COLUMNS.map(({ key }) => words[key])))
    .digest('base64url')

/** A digest of a whole plan: what somebody agreed to when they had seen it. */
export const planDigest = (planned: readonly PlannedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        planned.map((row) => [
          row.row,
          row.digest,
          row.outcome,
          row.outcome === 'changed' ? [row.target, row.changes] : null,
        ]),
      ),
    )
    .digest('base64url')

/** The year groups that words speak of, as they are stored to be looked for. */
export const yearsGivenIn = ({ words, on }: { words: string; on: CalendarDate }): string =>
  saidBy(words, on).years.join(' ')

type Problem = { reason: string; nextStep: string }

const HIDDEN: Problem = {
  reason: 'The file hides this row, by a filter perhaps, so nobody looked at it.',
  nextStep: 'Show all rows in your spreadsheet, save it and bring it again; or leave the row out.',
}

const sharedNotes = ({ shared = [] }: Pick<SheetRow, 'shared'>): string[] =>
  COLUMNS.filter(({ key }) => shared.includes(key)).map(
    ({ heading }) => `${heading}: in the file this is one cell with the row above, so it counts for both.`,
  )

const problemWith = ({ words, on }: { words: Words; on: CalendarDate }): Problem | undefined => {
  if (words.name === '')
    return {
      reason: 'There is no name, so nobody could tell who this is.',
      nextStep: 'Find out the name, or write the few words by which you will know the child again.',
    }
  for (const { key, heading, longest } of COLUMNS)
    if (words[key].length > longest)
      return {
        reason: `“${heading}” has ${words[key].length} letters; ${longest} is the most.`,
        nextStep: 'Shorten it, and keep the rest in the child’s background.',
      }
  for (const { key, heading } of COLUMNS)
    if (isMaimed({ text: words[key], isName: key === 'name' || key === 'mentorGiven' }))
      return {
        reason: `“${heading}” lost letters on its way, it seems.`,
        nextStep: 'Write it as it is spelt, and save the list as “CSV UTF-8” or as a workbook (.xlsx).',
      }
  const age = readAgeAndYear({ words: words.ageGiven, on })
  return 'problem' in age ? { reason: age.problem, nextStep: age.nextStep } : undefined
}

const saidByListed = ({ shown, bornOn }: ListedRow, on: CalendarDate): AgeAndYear => {
  const said = saidBy(shown.ageGiven, on)
  return bornOn ? { ...said, bornOn } : said
}

const saidBy = (words: string, on: CalendarDate): AgeAndYear => {
  const age = readAgeAndYear({ words, on })
  return 'read' in age ? age.read : { years: [] }
}

/** Those among namesakes that the row can be about, by the nearest kind that there is. */
const nearest = <Known extends { says: AgeAndYear }>(namesakes: readonly Known[], says: AgeAndYear): Known[] => {
  const kinds = groupedBy(namesakes, (one) => compareAges({ before: one.says, now: says }))
  return kinds.get('equal') ?? kinds.get('open') ?? kinds.get('year-on') ?? []
}

const groupedBy = <Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> => {
  const groups = new Map<Key, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

/**
 * What a row says otherwise than the list. What the programme knows for a fact is not changed by a list, and nothing is
 * by the same words with less of them.
 */
const changesTo = ({ shown, facts }: ListedRow, words: Words): { changes: Partial<Words>; notes: string[] } => {
  const said = COLUMNS.filter(({ key }) => words[key] !== '' && words[key] !== shown[key])
  const poorer = said.filter(({ key }) => isPoorer({ text: words[key], than: shown[key] }))
  const differing = said.filter((column) => !poorer.includes(column))
  return {
    changes: Object.fromEntries(
      differing.filter(({ key }) => !facts.includes(key)).map(({ key }) => [key, words[key]]),
    ),
    notes: [
      ...poorer
        .filter(({ key }) => !facts.includes(key))
        .map(
          ({ key, heading }) =>
            `${heading}: the list says “${shown[key]}”, which is the fuller spelling, and keeps it.`,
        ),
      ...differing
        .filter(({ key }) => facts.includes(key) && plainName(words[key]) !== plainName(shown[key]))
        .map(
          ({ key, heading }) =>
            `${heading}: the programme’s own records say “${shown[key]}”. ${key === 'mentorGiven' ? 'A match is changed in the panel' : 'The child’s record is changed in the panel'}, not by a list.`,
        ),
    ],
  }
}
