import type { CollectionSlug } from 'payload'
import type { Work } from '../core/access/work.ts'
import { loadLooks, maySeeLooks, type LookFilter, type LookPlace, type Looks } from '../core/audit/looks.ts'
import { recordEvent } from '../core/audit/record.ts'
import { daysAfter, isCalendarDate, londonDate, londonMoment, speakMomentInFull } from '../core/clock/londonDates.ts'
import { isUuid } from '../core/database/locks.ts'
import { inTransaction } from '../core/database/transaction.ts'
import { notFoundError } from '../core/errors/problems.ts'
import type { Held } from '../core/house/held.ts'
import { titlesFor } from '../core/record/titles.ts'
import { writeSheet, type SheetFile } from '../core/sheets/writeSheet.ts'
import { historyWords } from './history.ts'
import { areas } from './house.ts'
import { accountsByName, subjectsByName, type Named } from './people/peopleByName.ts'

/** What a safeguarding lead asks: at whom, who, in which days, looks or changes; and where to go on. */
export type LooksAsked = {
  of?: Held
  by?: string
  /** What was typed to find whom it is about, and who it was. */
  ofName: string
  byName: string
  from: string
  until: string
  what: LookFilter['what']
  after?: LookPlace
}

/** The answer: whom it is about and who it was, by name; whom else may be meant; the looks. */
export type WhoLooked = Looks & {
  asked: LooksAsked
  ofName: string | undefined
  byName: string | undefined
  /** Several people have the name that was typed: one is to be chosen. */
  subjects: Named[]
  accounts: Named[]
}

/** The address of the page of who looked at one person’s record. */
export const toLooksAt = ({ collection, id }: Held): string => `/admin/who-looked?of=${collection}:${id}`

/** What an address asks; whatever cannot be read in it asks nothing. */
export const readLooksAsked = (query: Readonly<Record<string, unknown>>): LooksAsked => {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name].trim().slice(0, 100) : '')
  const [collection = '', id = ''] = text('of').split(':')
  const [at = '', sequence = ''] = text('after').split('_')
  const date = (name: string): string => (isCalendarDate(text(name)) ? text(name) : '')
  return {
    ...(SUBJECTS.includes(collection) && isUuid(id) ? { of: { collection, id } } : {}),
    ...(isUuid(text('by')) ? { by: text('by') } : {}),
    ofName: text('ofName'),
    byName: text('byName'),
    from: date('from'),
    until: date('until'),
    what: text('what') === 'changes' || text('what') === 'both' ? (text('what') as LooksAsked['what']) : 'looks',
    ...(/^\d{1,15}$/.test(sequence) && !Number.isNaN(Date.parse(at))
      ? { after: { at: new Date(at), sequence: Number(sequence) } }
      : {}),
  }
}

/** The same as the query of an address, with some of it changed; what is undefined is left out. */
export const looksQuery = (asked: LooksAsked, changed: Partial<LooksAsked> = {}): string => {
  const { of, by, from, until, what, after } = { ...asked, ...changed }
  const query = new URLSearchParams()
  if (of) query.set('of', `${of.collection}:${of.id}`)
  if (by) query.set('by', by)
  if (from) query.set('from', from)
  if (until) query.set('until', until)
  if (what !== 'looks') query.set('what', what)
  if (after) query.set('after', `${after.at.toISOString()}_${after.sequence}`)
  return query.toString()
}

/**
 * Who looked at whom and who changed what, for safeguarding leads alone; undefined for anybody else [DAT-1, DAT-2]. A
 * name that fits one person means them.
 */
export const whoLooked = async ({
  work,
  asked: typed,
  limit = ROWS_AT_ONCE,
}: {
  work: Work
  asked: LooksAsked
  limit?: number
}): Promise<WhoLooked | undefined> => {
  if (!(await maySeeLooks(work))) return undefined
  const { query } = work
  const [subjects, accounts] = await Promise.all([
    typed.of || typed.ofName === '' ? [] : subjectsByName({ query, text: typed.ofName }),
    typed.by || typed.byName === '' ? [] : accountsByName({ query, text: typed.byName }),
  ])
  const asked: LooksAsked = {
    ...typed,
    of: typed.of ?? (subjects.length === 1 ? subjects[0] : undefined),
    by: typed.by ?? (accounts.length === 1 ? accounts[0]?.id : undefined),
  }
  const names = await titlesFor({
    work,
    records: [
      ...(asked.of ? [asked.of] : []),
      ...(asked.by ? [{ collection: historyWords.accounts, id: asked.by }] : []),
    ],
  })
  const answer = {
    asked,
    ofName: asked.of && names.get(asked.of.id),
    byName: asked.by && names.get(asked.by),
    subjects: asked.of ? [] : subjects,
    accounts: asked.by ? [] : accounts,
  }
  // A name that fits nobody, or several, asks for nothing yet.
  if ((asked.ofName !== '' && !asked.of) || (asked.byName !== '' && !asked.by))
    return { ...answer, looks: [], goOnAfter: undefined }
  const looks = await loadLooks({
    work,
    filter: {
      what: asked.what,
      by: asked.by,
      about: asked.of && [asked.of, ...(await heldAbout({ work, person: asked.of }))],
      ...(asked.from ? { from: londonMoment({ date: asked.from, time: '00:00' }) } : {}),
      ...(asked.until
        ? { until: londonMoment({ date: daysAfter({ date: asked.until, days: 1 }), time: '00:00' }) }
        : {}),
    },
    person: asked.of,
    after: asked.after,
    limit,
    words: historyWords,
  })
  return { ...answer, ...looks }
}

/**
 * What is asked as a file, safe to open in a spreadsheet; who took it and what they asked is recorded before it is given
 * [DAT-6]. Throws a 404 for anybody but safeguarding leads.
 */
export const whoLookedFile = async ({ work, asked }: { work: Work; asked: LooksAsked }): Promise<SheetFile> => {
  const found = await whoLooked({ work, asked, limit: ROWS_IN_A_FILE })
  if (!found) throw notFoundError()
  await inTransaction({
    req: work.req,
    work: () =>
      recordEvent({
        work,
        event: {
          action: 'export',
          collection: 'audit-events',
          recordId: null,
          detail: { asked: looksQuery(found.asked), rows: found.looks.length },
        },
      }),
  })
  return writeSheet({
    form: 'csv',
    name: `who-looked-${londonDate(work.now)}`,
    headings: ['When', 'What', 'Where', 'Details'],
    rows: found.looks.map(({ at, said, where, details }) => [
      speakMomentInFull(at),
      said,
      where,
      details.map(({ term, words }) => `${term}: ${words}`).join('; '),
    ]),
    columnWidths: [30, 60, 16, 60],
  })
}

const SUBJECTS: readonly string[] = ['children', 'volunteers'] satisfies CollectionSlug[]
const ROWS_AT_ONCE = 200
const ROWS_IN_A_FILE = 10_000

const heldAbout = async ({ work: { query }, person }: { work: Work; person: Held }): Promise<Held[]> =>
  (await Promise.all(areas.flatMap(({ ofPerson }) => (ofPerson ? [ofPerson({ query, person })] : [])))).flat()
