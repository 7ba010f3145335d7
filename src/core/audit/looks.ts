import type { CollectionSlug } from 'payload'
import { configOf } from '../access/fieldSteps.ts'
import type { Work } from '../access/work.ts'
import type { Query } from '../database/query.ts'
import type { Held } from '../house/held.ts'
import type { Fact } from '../house/recordPage.ts'
import { titlesFor, type Titles } from '../record/titles.ts'
import { knownConfig, tellEvents } from '../record/told.ts'
import { EVENT_COLUMNS, type StoredEvent } from './eventsAbout.ts'
import { accountOf, kindOf, listed, whoActed, type HistoryWords } from './sayings.ts'

/** Which rows of the audit are asked for. */
export type LookFilter = {
  /** Looks, changes, or both. */
  what: 'looks' | 'changes' | 'both'
  /** By whom: the id of an account. */
  by?: string
  /** At which records: all that is held about one person. */
  about?: readonly Held[]
  /** From this moment on. */
  from?: Date
  /** Until just before this moment. */
  until?: Date
}

/** Where a page of the audit goes on: after the row of this moment and number. */
export type LookPlace = { at: Date; sequence: number }

/** What somebody looked at, or changed, in one moment, as a sentence. */
export type Look = {
  key: string
  at: Date
  said: string
  /** The door: “from the panel”. */
  where: string
  /** Which records were shown, each in words; or what a change put in place of what. */
  details: Fact[]
}

/** Some of what is asked for, the newest first, and where it goes on. */
export type Looks = { looks: Look[]; goOnAfter: LookPlace | undefined }

/** Whether somebody may read who looked at what: by the audit’s own rule. */
export const maySeeLooks = async ({ req }: Work): Promise<boolean> =>
  (await configOf({ req, collection: 'audit-events' }).access.read({ req })) === true

/**
 * Who looked at what and who changed what, the newest first, in sentences with names [DAT-1, DAT-2]. What one person saw
 * in one moment is one look. The caller has asked `maySeeLooks`. Each filter has its index, and a page is found from the
 * last row of the one before, so that it is as quick in a long audit as in a short one.
 */
export const loadLooks = async ({
  work,
  filter,
  person,
  after,
  limit,
  words,
}: {
  work: Work
  filter: LookFilter
  /** Of whom `about` is, as the sentences call them. */
  person?: Held
  after?: LookPlace
  /** How many rows of the audit are read at most; what one person saw in one moment may be several. */
  limit: number
  words: HistoryWords
}): Promise<Looks> => {
  const rows = await rowsOf({ query: work.query, filter, after, limit: limit + 1 })
  const groups = inMoments(rows.slice(0, limit))
  // The last moment may go on beyond what was read: it is told whole on the next page, where there is one before it.
  const whole = rows.length > limit && groups.length > 1 ? groups.slice(0, -1) : groups
  const last = whole.at(-1)?.at(-1)
  const about = filter.about && new Set(filter.about.map(({ id }) => id))
  const titles = await titlesFor({
    work,
    records: [
      ...(person ? [person] : []),
      ...whole.flat().flatMap((event) => [
        ...accountOf({ event, words }),
        ...shownIn({ event, about })
          .slice(0, NAMED_AT_MOST)
          .map((id) => ({ collection: event.collection, id })),
      ]),
    ],
  })
  const changes = await tellEvents({ work, events: whole.flat().filter(({ action }) => action !== 'read'), words })
  return {
    looks: whole.map((events): Look => {
      const [first] = events as [StoredEvent]
      const change = changes.find(({ key }) => key === String(first.sequence))
      const shared = { key: String(first.sequence), at: first.occurredAt, where: DOORS[first.cameFrom] ?? '' }
      if (first.action !== 'read') return { ...shared, said: change?.said ?? '', details: change?.changes ?? [] }
      const shown = events.map((event) => kindsShown({ work, event, about, person, titles }))
      const who = whoActed({ event: first, titles, words })
      const name = person && titles.get(person.id)
      return {
        ...shared,
        said: `${who} opened ${name ? `${ownedBy(name)} ${firstOf(shown.map(({ kind }) => kind))}` : firstOf(shown.map(({ spoken }) => spoken))}`,
        details: shown.flatMap(({ kind, names }) => (names === '' ? [] : [{ term: capital(kind), words: names }])),
      }
    }),
    goOnAfter: rows.length > limit && last ? { at: last.occurredAt, sequence: last.sequence } : undefined,
  }
}

/** How many records of one row are named; of the others their number is. */
const NAMED_AT_MOST = 12

const DOORS: Readonly<Record<string, string>> = {
  panel: 'from the panel',
  portal: 'from the portal',
  link: 'by an emailed link',
  worker: 'in the background',
  'mail server': 'by the mail server',
}

const rowsOf = ({
  query,
  filter: { what, by, about, from, until },
  after,
  limit,
}: {
  query: Query
  filter: LookFilter
  after: LookPlace | undefined
  limit: number
}): Promise<StoredEvent[]> => {
  const values: unknown[] = []
  const place = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    ...(what === 'looks' ? ["action = 'read'"] : what === 'changes' ? ["action <> 'read'"] : []),
    ...(by === undefined ? [] : [`actor_id = ${place(by)}`]),
    ...(from === undefined ? [] : [`occurred_at >= ${place(from)}::timestamptz`]),
    ...(until === undefined ? [] : [`occurred_at < ${place(until)}::timestamptz`]),
    ...(after === undefined
      ? []
      : [`(occurred_at, sequence) < (${place(after.at)}::timestamptz, ${place(after.sequence)}::numeric)`]),
  ]
  const where = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
  // Found by their records first: in the order of time PostgreSQL would walk through everybody else's.
  const concerned = about && concerning({ ids: place(about.map(({ id }) => id)), what })
  return query<StoredEvent>(
    `${concerned ? `with told as materialized (${concerned}) ` : ''}select ${EVENT_COLUMNS} from ${concerned ? 'told' : 'audit_events'} ${where} order by occurred_at desc, sequence desc limit ${place(limit)}`,
    values,
  )
}

/** The rows that concern some records: of looks by the ids that were shown, of changes by the record’s own. */
const concerning = ({ ids, what }: { ids: string; what: LookFilter['what'] }): string =>
  [
    ...(what === 'changes'
      ? []
      : [`select ${TOLD} from audit_events where action = 'read' and (detail->'ids') ?| ${ids}::text[]`]),
    ...(what === 'looks'
      ? []
      : [`select ${TOLD} from audit_events where action <> 'read' and record_id = any(${ids}::text[])`]),
  ].join(' union all ')

const TOLD =
  'sequence, occurred_at, actor_kind, actor_id, actor_note, action, record_collection, record_id, came_from, detail'

/** Rows of one person through one door, a breath apart at most, are one look at a page; a change stands by itself. */
const inMoments = (events: readonly StoredEvent[]): StoredEvent[][] => {
  const groups: StoredEvent[][] = []
  for (const event of events) {
    const last = groups.at(-1)?.at(-1)
    if (last && isSameMoment(last, event)) groups.at(-1)?.push(event)
    else groups.push([event])
  }
  return groups.map((group) => [...group].reverse())
}

const isSameMoment = (one: StoredEvent, other: StoredEvent): boolean =>
  one.action === 'read' &&
  other.action === 'read' &&
  one.actorId === other.actorId &&
  one.actorKind === other.actorKind &&
  one.cameFrom === other.cameFrom &&
  Math.abs(one.occurredAt.getTime() - other.occurredAt.getTime()) <= ONE_LOOK_MILLISECONDS

/** A page reads in several steps. */
const ONE_LOOK_MILLISECONDS = 2_000

const shownIn = ({ event, about }: { event: StoredEvent; about: ReadonlySet<string> | undefined }): string[] => {
  const ids = event.action === 'read' && Array.isArray(event.detail?.ids) ? event.detail.ids.map(String) : []
  return about ? ids.filter((id) => about.has(id)) : ids
}

const kindsShown = ({
  work: { req },
  event,
  about,
  person,
  titles,
}: {
  work: Work
  event: StoredEvent
  about: ReadonlySet<string> | undefined
  person: Held | undefined
  titles: Titles
}): { kind: string; spoken: string; names: string } => {
  const ids = shownIn({ event, about })
  const [[, config] = []] = knownConfig({ req, collection: event.collection as CollectionSlug })
  const kind = config ? kindOf(config) : 'record'
  const plural = config && typeof config.labels.plural === 'string' ? config.labels.plural.toLowerCase() : `${kind}s`
  const [only] = ids
  const title = ids.length === 1 && only !== undefined ? titles.get(only) : undefined
  const named = ids.slice(0, NAMED_AT_MOST).flatMap((id) => titles.get(id) ?? [])
  const further = ids.length - named.length
  return {
    kind: ids.length > 1 ? `${ids.length} ${plural}` : only !== undefined && only === person?.id ? 'record' : kind,
    spoken:
      ids.length > 1
        ? `${ids.length} ${plural}`
        : title === undefined
          ? `one of the ${plural}`
          : `the ${kind} “${title}”`,
    names:
      ids.length > 1 || about
        ? [...named, ...(further > 0 && named.length > 0 ? [`and ${further} more`] : [])].join(', ')
        : '',
  }
}

/** The first few in a sentence, and how many more there are. */
const firstOf = (names: readonly string[]): string =>
  names.length > SAID_AT_MOST + 1
    ? listed([...names.slice(0, SAID_AT_MOST), `${names.length - SAID_AT_MOST} more kinds of record`])
    : listed(names)

const SAID_AT_MOST = 4

const ownedBy = (name: string): string => `${name}’s`

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
