import { createHash } from 'node:crypto'
import { londonDate, speakDate, type CalendarDate } from '../../../../core/clock/londonDates.ts'
import { isMaimed } from '../../../../core/sheets/maimed.ts'
import { LOG_SHEET, type PaperColumn, type PaperWords } from './columns.ts'
import { paperDays } from './paperDays.ts'
import type { PaperRow } from './readPaperRows.ts'
import { saysCalledOff, signsIn, type Sign } from './signs.ts'

/** What the record holds already: the rows that were brought in before, and the days that have a log or a meeting. */
export type OnRecord = {
  digests: ReadonlyMap<string, Date>
  logged: ReadonlySet<CalendarDate>
  meetings: ReadonlySet<CalendarDate>
}

/** Why a row is not sure, what to do, and what a person can settle about it where they look at it. */
type PaperProblem = { reason: string; nextStep: string; settles?: 'day' | 'anyway' }

/** A log as it will stand in the record; a line on which the sheet is blank says so. */
type PaperLog = Omit<PaperWords, 'heldOn'> & { heldOn: CalendarDate }

/** What becomes of a row of a log sheet. */
export type PlannedLog = PaperRow & {
  digest: string
  /** How it was read, where that is not plain. */
  notes: string[]
  signs: Sign[]
} & (
    | { outcome: 'new'; log: PaperLog }
    | { outcome: 'known'; because: string }
    | { outcome: 'returned'; problems: PaperProblem[]; day?: CalendarDate }
  )

/** How many rows came to what. */
export type PaperCounts = Record<PlannedLog['outcome'], number>

/** What stands where the sheet is blank and a log says something always. */
const NOT_ON_THE_SHEET = 'Not written on the sheet'

/**
 * What bringing in one child's log sheet would do, row by row, before anything is done [LOG-1, LOG-4]. A row is brought
 * in once; what is not sure comes back with the reason, and what somebody settled counts. `on` is the day of reading.
 * Pure.
 */
export const planPaperLogs = ({
  rows,
  onRecord,
  bornOn,
  on,
}: {
  rows: readonly PaperRow[]
  onRecord: OnRecord
  bornOn: CalendarDate | null
  on: CalendarDate
}): PlannedLog[] => {
  const days = paperDays({ rows, bornOn, on })
  const seen = new Map<string, number>()
  const daysTaken = new Map<CalendarDate, number>()
  return rows.map((row, place): PlannedLog => {
    const day = days[place] ?? { problem: 'There is no date.', nextStep: '' }
    const digest = digestOf(row.words)
    const notes = 'note' in day && day.note !== undefined ? [day.note] : []
    const base = { ...row, digest, notes, signs: signsIn(row.words) }
    const before = onRecord.digests.get(digest)
    if (before) return { ...base, outcome: 'known', because: `Brought in on ${speakDate(londonDate(before))} already.` }
    const twin = seen.get(digest)
    if (twin !== undefined) return { ...base, outcome: 'known', because: `The same as row ${twin}, so it counts once.` }
    seen.set(digest, row.row)
    const problems = problemsWith({ row, day: 'day' in day ? day.day : undefined, onRecord })
    if ('problem' in day) problems.unshift({ reason: day.problem, nextStep: day.nextStep, settles: 'day' })
    if (problems.length > 0 || !('day' in day))
      return { ...base, outcome: 'returned', problems, ...('day' in day ? { day: day.day } : {}) }
    const sameDay = daysTaken.get(day.day)
    daysTaken.set(day.day, row.row)
    return {
      ...base,
      notes: [
        ...notes,
        ...(sameDay === undefined ? [] : [`Row ${sameDay} is of the same day: both are brought in.`]),
        ...blankOf(row.words),
      ],
      outcome: 'new',
      log: logOf({ words: row.words, day: day.day }),
    }
  })
}

/** How many rows come to what. */
export const countPaperRows = (planned: readonly PlannedLog[]): PaperCounts => {
  const counts: PaperCounts = { new: 0, known: 0, returned: 0 }
  for (const { outcome } of planned) counts[outcome] += 1
  return counts
}

/** A digest of a whole plan: what somebody agreed to when they had seen it. */
export const paperPlanDigest = (planned: readonly PlannedLog[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(planned.map((one) => [one.row, one.digest, one.outcome, one.outcome === 'new' ? one.log : null])),
    )
    .digest('base64url')

/** A digest of a row as it stands on the sheet, by which it is known again whatever was settled about it. */
const digestOf = (words: PaperWords): string =>
  createHash('sha256')
    .update(JSON.stringify(LOG_SHEET.map(({ key }) => words[key])))
    .digest('base64url')

const problemsWith = ({
  row: { words, beside, isHidden, settled },
  day,
  onRecord,
}: {
  row: PaperRow
  day: CalendarDate | undefined
  onRecord: OnRecord
}): PaperProblem[] => {
  const problems: PaperProblem[] = []
  if (isHidden)
    problems.push({
      reason: 'The file hides this row, by a filter perhaps, so nobody looked at it.',
      nextStep: 'Show all rows in your spreadsheet, save it and bring it again; or leave the row out.',
    })
  if (beside.length > 0)
    problems.push({
      reason: `“${shortened(beside.join(', '))}” stands under no heading, so words may have slipped into another column.`,
      nextStep: 'Put every cell of this row under its heading, or give the column a heading, and bring the file again.',
    })
  for (const { key, heading, is } of LOG_SHEET) {
    if (words[key].length > is.longest)
      problems.push({
        reason: `“${heading}” has ${words[key].length} letters; ${is.longest} is the most.`,
        nextStep: 'Shorten it, and add the rest as a note to the log afterwards.',
      })
    if (isMaimed({ text: words[key], isName: key === 'runBy' }))
      problems.push({
        reason: `“${heading}” lost letters on its way, it seems.`,
        nextStep: 'Write it as it is spelt, and save the sheet as “CSV UTF-8” or as a workbook (.xlsx).',
      })
  }
  if (WHAT_HAPPENED.every((key) => words[key] === ''))
    problems.push({
      reason: 'The row does not say what happened.',
      nextStep: 'Write it on the sheet, and bring the file again; or leave the row out.',
    })
  if (settled.anyway) return problems
  if (saysCalledOff(words))
    problems.push({
      reason: 'The row says that this meeting did not take place, and a log is of one that did.',
      nextStep: 'Leave it out; or say that it took place.',
      settles: 'anyway',
    })
  if (day !== undefined && onRecord.logged.has(day))
    problems.push({
      reason: `The record has a log of ${speakDate(day)} already.`,
      nextStep: 'Leave this one out; or say that it was another meeting.',
      settles: 'anyway',
    })
  else if (day !== undefined && onRecord.meetings.has(day))
    problems.push({
      reason: `A meeting of ${speakDate(day)} stands in the programme and waits for its log.`,
      nextStep: 'Write its log there; or say that this was another meeting.',
      settles: 'anyway',
    })
  return problems
}

const WHAT_HAPPENED: readonly PaperColumn[] = ['location', 'activities', 'outcomes', 'comment']

/** The columns that a log fills always. */
const ALWAYS_FILLED: readonly PaperColumn[] = ['location', 'runBy', 'attendees']

const blankOf = (words: PaperWords): string[] => {
  const blank = LOG_SHEET.filter(({ key }) => ALWAYS_FILLED.includes(key) && words[key] === '')
  return blank.length === 0
    ? []
    : [`Blank on the sheet, and the log says so: ${blank.map(({ heading }) => heading).join(', ')}.`]
}

const logOf = ({
  words: { location, runBy, attendees, ...words },
  day,
}: {
  words: PaperWords
  day: CalendarDate
}): PaperLog => ({
  ...words,
  heldOn: day,
  location: location || NOT_ON_THE_SHEET,
  runBy: runBy || NOT_ON_THE_SHEET,
  attendees: attendees || NOT_ON_THE_SHEET,
})

/** So much of the words that slipped is told; the whole row stands beneath. */
const TOLD_LETTERS = 80

const shortened = (words: string): string =>
  words.length > TOLD_LETTERS ? `${words.slice(0, TOLD_LETTERS - 1)}…` : words
