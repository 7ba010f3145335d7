import type { Work } from '../../core/access/work.ts'
import type { Area } from '../../core/house/defineArea.ts'
import type { Inbox } from '../../core/house/inbox.ts'
import { recordShown } from '../../core/house/queues.ts'
import { areas as allAreas, TODAY_HEADINGS } from '../../programme/house.ts'
import { hasChildren } from '../../programme/people/queues.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { queuesOnToday, tabsOf, yours, YOURS_AT_ONCE, type Item, type QueueOnToday, type Tab } from './arrange.ts'
import { queuesUnder, ROWS_IN_TAB, whatWaits, type Heading } from './whatWaits.ts'

/** Today as it is opened: what is one's own, all of that, or one area. */
export type Place = 'yours' | 'all' | Heading

/** What one person is shown. `isBegun`: whether there is any child, or any row to make one of. */
export type Today = {
  place: Place
  isBegun: boolean
  /** What is one's own, and the tabs; not where one area alone is asked for. */
  inbox?: Inbox<Item>
  tabs?: Tab[]
  /** The queues of the area; what waits for others, where it is not one area. */
  queues: QueueOnToday[]
}

/** The place that an address names; one's own where it names none that there is. */
export const placeIn = (tab: unknown): Place =>
  tab === 'all' || (typeof tab === 'string' && Object.hasOwn(TODAY_HEADINGS, tab)) ? (tab as Place) : 'yours'

/**
 * Today for one person. One area costs its own queues alone. That the sensitive records among the rows are shown is
 * recorded before they are given [DAT-1]; when that fails nothing is given.
 */
export const loadToday = async ({
  work,
  place = 'yours',
  areas = allAreas,
}: {
  work: Work
  place?: Place
  areas?: readonly Area[]
}): Promise<Today> => {
  const today =
    place === 'yours' || place === 'all'
      ? await everything({ work, place, areas })
      : await oneArea({ work, place, areas })
  const { inbox, queues } = today
  await recordShown({
    work,
    areas,
    rows: [
      ...(inbox?.rows.flatMap(({ first, also }) => [first, ...also]) ?? []),
      ...queues.flatMap(({ own, ofOthers }) => (inbox ? ofOthers : [...own, ...ofOthers])),
    ],
  })
  return today
}

/** How much waits in each area, beside one that is shown. No row of it is shown. */
export const loadTabs = async (work: Work): Promise<Tab[]> =>
  tabsOf({ waits: await whatWaits({ work }), now: work.now })

type Loading<Where extends Place> = { work: Work; place: Where; areas: readonly Area[] }

const everything = async ({ work, place, areas }: Loading<'yours' | 'all'>): Promise<Today> => {
  const { actor, now } = work
  const [hasAny, waits] = await Promise.all([
    isCaseworker(actor) ? hasChildren(work) : true,
    whatWaits({ work, areas, ...(place === 'all' ? { count: ROWS_IN_TAB } : {}) }),
  ])
  return {
    place,
    isBegun: hasAny || waits.entries.rows.length > 0,
    inbox: yours({ waits, now, most: place === 'all' ? Number.POSITIVE_INFINITY : YOURS_AT_ONCE }),
    tabs: tabsOf({ waits, now }),
    queues: queuesOnToday({ waits, now }).filter(({ ofOthers }) => ofOthers.length > 0),
  }
}

const oneArea = async ({ work, place, areas }: Loading<Heading>): Promise<Today> => ({
  place,
  isBegun: true,
  queues: queuesOnToday({
    waits: await whatWaits({ work, areas, names: queuesUnder(place), count: ROWS_IN_TAB }),
    now: work.now,
    heading: place,
  }),
})
