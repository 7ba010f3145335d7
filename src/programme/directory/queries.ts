import type { Actor } from '../../core/access/actor.ts'
import { sqlScope } from '../../core/access/sqlScope.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { linesOf } from '../../core/house/defineSetting.ts'
import { mayReadEntries, mayReadSuggestions } from './access.ts'
import type { CostKind } from './rules.ts'

/** A place as the portal shows it. Prices in pence. What the committee notes for itself is no part of it. */
export type ListedPlace = {
  id: string
  organisation: string
  category: string
  needs: string[]
  phone: string | null
  email: string | null
  website: string | null
  howToRefer: string | null
  cost: CostKind
  costPence: number | null
  costWords: string | null
  ageFrom: number | null
  ageTo: number | null
  area: string | null
  checkedOn: CalendarDate | null
  doubtedOn: CalendarDate | null
}

type Asking = { query: Query; actor: Actor }

const COLUMNS = `e.id, e.organisation, c.name as category, e.needs, nullif(e.phone, '') as phone, nullif(e.email, '') as email, nullif(e.website, '') as website, nullif(e.how_to_refer, '') as "howToRefer", e.cost::text as cost,
  e.cost_pence::float8 as "costPence", e.cost_words as "costWords", e.age_from::float8 as "ageFrom", e.age_to::float8 as "ageTo", nullif(e.area, '') as area, e.checked_on as "checkedOn", e.doubted_on as "doubtedOn"`

/**
 * Every place that is listed, by name, for those who may read the directory; more than 1,000 no charity's directory
 * has.
 */
export const listedPlaces = async ({ query, actor }: Asking): Promise<ListedPlace[]> => {
  const values: unknown[] = []
  const scope = sqlScope({ scope: mayReadEntries(actor), columns: { status: 'e.status' }, values })
  return placesOf(
    await query<PlaceRow>(
      `select ${COLUMNS} from directory_entries e join directory_categories c on c.id = e.category_id where e.status = 'listed' and ${scope} order by lower(e.organisation), e.id limit 1000`,
      values,
    ),
  )
}

/** One listed place; undefined when it is not there or not for this person. */
export const listedPlace = async ({ query, actor, id }: Asking & { id: string }): Promise<ListedPlace | undefined> => {
  const values: unknown[] = [id]
  const scope = sqlScope({ scope: mayReadEntries(actor), columns: { status: 'e.status' }, values })
  return placesOf(
    await query<PlaceRow>(
      `select ${COLUMNS} from directory_entries e join directory_categories c on c.id = e.category_id where e.id = $1 and e.status = 'listed' and ${scope}`,
      values,
    ),
  )[0]
}

/** The kinds of places in use, by name. */
export const categoriesInUse = ({ query }: { query: Query }): Promise<Array<{ id: string; name: string }>> =>
  query('select id, name from directory_categories where coalesce(in_use, false) order by lower(name)')

/** What somebody suggested, and what came of it. */
export type OwnSuggestion = {
  id: string
  organisation: string
  kind: 'new-place' | 'out-of-date'
  status: 'open' | 'accepted' | 'declined'
  answer: string | null
  suggestedAt: Date
}

/** A person's own suggestions, newest first; the last twenty. */
export const ownSuggestions = async ({ query, actor }: Asking): Promise<OwnSuggestion[]> => {
  if (actor.kind !== 'person') return []
  const values: unknown[] = [actor.userId]
  const scope = sqlScope({ scope: mayReadSuggestions(actor), columns: { suggestedBy: 's.suggested_by_id' }, values })
  return query<OwnSuggestion>(
    `select s.id, s.organisation, s.kind::text as kind, s.status::text as status, s.answer, s.created_at as "suggestedAt" from directory_suggestions s where s.suggested_by_id = $1 and ${scope} order by s.created_at desc limit 20`,
    values,
  )
}

type PlaceRow = Omit<ListedPlace, 'needs'> & { needs: string | null }

const placesOf = (rows: readonly PlaceRow[]): ListedPlace[] =>
  rows.map(({ needs, ...row }) => ({ ...row, needs: linesOf(needs ?? '') }))
