import type { CollectionConfig } from 'payload'
import type { Work } from '../access/work.ts'
import type { RecordData } from '../workflow/workflow.ts'
import type { Held } from './held.ts'

/** Something that must be seen before anything else; what is grave is said in red. */
export type Notice = { words: string; isGrave: boolean }

/** A term and what stands for it. */
export type Fact = { term: string; words: string }

/** One related record in a card: what it is called, which leads to it, and what is known of it. */
type Line = { record: Held; title: string; facts?: ReadonlyArray<string | null | false | undefined> }

/** Related things together: what they are, each of them, what is said where there is none, and what can be added. */
export type Card = {
  title: string
  facts?: readonly Fact[]
  lines?: readonly Line[]
  none?: string
  ways?: ReadonlyArray<{ words: string; href: string }>
}

/**
 * One thing of a job that takes many days: done, to be done now, waiting for somebody outside, or not before something else. `whose`: who does it.
 * `words`: how it stands, or what comes first. `way`: where it is done; only where it can be.
 */
export type Task = {
  title: string
  state: 'done' | 'to-do' | 'waiting' | 'cannot-start-yet'
  whose?: string
  words?: string
  way?: { words: string; href: string }
}

/** A job with all that belongs to it, in order. */
export type TaskList = { title: string; tasks: readonly Task[] }

/** What an area says on a record's page. */
export type PartOfPage = {
  /** Short words under the name: how old, which year, where it stands. */
  about?: readonly string[]
  first?: readonly Notice[]
  /** A job that this record is on its way through. */
  jobs?: readonly TaskList[]
  cards?: readonly Card[]
  /** Records whose own history belongs to what happened here. */
  tellsOf?: readonly Held[]
  /** Records that are shown beside the page's own. That sensitive ones were read is recorded before they are given [DAT-1]. */
  shows?: readonly Held[]
}

/**
 * An area's part of the page of a kind of record, its own or one of a lower area. Whoever may not read what it tells is
 * given nothing.
 */
export type PagePart = {
  of: { readonly slug: string }
  load: (given: { work: Work; id: string; record: RecordData }) => Promise<PartOfPage | undefined>
}

/** Where a record's form stands, behind its page. */
export const CHANGE_PATH = '/change'

/** The address in the panel of a record’s page. */
export const toRecord = ({ collection, id }: Held): string => `/admin/collections/${collection}/${id}`

/**
 * A kind of record whose address in the panel opens a page to read, and whose form stands behind it. A new record is
 * begun in the form.
 */
export const readFirst = (record: CollectionConfig): CollectionConfig => ({
  ...record,
  admin: {
    ...record.admin,
    components: {
      ...record.admin?.components,
      views: {
        ...record.admin?.components?.views,
        record: { Component: '/src/admin/record/RecordPage.tsx#RecordPage', path: ONE_RECORD, exact: true },
        edit: {
          ...({ default: { meta: titled(record) } } as object),
          change: {
            Component: '/src/admin/record/ChangeDetails.tsx#ChangeDetails',
            path: CHANGE_PATH,
            meta: titled(record),
          },
        },
      },
    },
  },
})

/** What the browser’s window says. */
const titled = ({ slug, labels }: CollectionConfig): { title: string } => ({
  title: typeof labels?.singular === 'string' ? labels.singular : slug,
})

const ONE_RECORD = '/:id([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})'
