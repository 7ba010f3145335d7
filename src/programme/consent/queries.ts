import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { isAdultSql } from '../people/adulthood.ts'
import { mayBeWrittenTo } from '../people/families/contactRules.ts'
import { answersFor } from './asking/deciders.ts'
import { consentState, type ConsentAnswer, type ConsentItem, type ConsentState } from './rules.ts'

/** An answer with its record's id, and how it reached us. */
export type StoredAnswer = ConsentAnswer & { id: string; method: 'link' | 'paper' | 'telephone' }

/**
 * The one question that everybody asks: may this be done with this child on that day; and if not, why not and since
 * when [CON-1].
 */
export const consentFor = async ({
  query,
  childId,
  item,
  on,
}: {
  query: Query
  childId: string
  item: ConsentItem
  on: CalendarDate
}): Promise<ConsentState> => consentState({ answers: await consentAnswersOf({ query, childId }), item, on })

/** The answers on which that depends, oldest first: of everybody who may decide for this child. */
export const consentAnswersOf = async ({
  query,
  childId,
}: {
  query: Query
  childId: string
}): Promise<StoredAnswer[]> => (await consentAnswersOfChildren({ query, childIds: [childId] })).get(childId) ?? []

/** The same for some children, by child id, in one statement. */
export const consentAnswersOfChildren = async ({
  query,
  childIds,
}: {
  query: Query
  childIds: readonly string[]
}): Promise<Map<string, StoredAnswer[]>> => {
  const rows = await query<StoredAnswer & { childId: string }>(
    `select given.id, given.child_id as "childId", given.guardian_id as "guardianId", given.item::text as item, given.answer::text as answer, given.decided_on as "decidedOn", (extract(epoch from given.created_at) * 1000)::float8 as "order",
       given.method::text as method, ${UNTIL} as until, ${COUNTS} as counts,
       decider.themselves_id is not null as themselves, decided.born_on as "bornOn"
     from ${DECIDING} where given.child_id = any($1::uuid[]) order by given.created_at, given.id`,
    [childIds],
  )
  const byChild = new Map<string, StoredAnswer[]>()
  for (const { childId, ...answer } of rows) byChild.set(childId, [...(byChild.get(childId) ?? []), answer])
  return byChild
}

/**
 * What everybody who decides said last to each point by a day, as a table in SQL for many children. `on` is SQL: a day
 * as text. `of`, where it is given, names a table of a `child_id` and a `guardian_id` in the statement: of these alone,
 * so that nobody else's answers are read.
 */
export const latestAnswers = ({ on, of }: { on: string; of?: string }): string =>
  `(select distinct on (given.child_id, given.guardian_id, given.item) given.child_id, given.guardian_id, given.item::text as item, given.answer::text as answer, ${UNTIL} as until, ${COUNTS} as counts
    from ${DECIDING}${of ? ` join ${of} asked on asked.child_id = given.child_id and asked.guardian_id = given.guardian_id` : ''} where given.decided_on <= ${on} and ${AT_THIS_AGE(on)}
    order by given.child_id, given.guardian_id, given.item, given.decided_on desc, given.created_at desc, given.id desc)`

/**
 * The same question within a statement about many children: true where the item is held. What is given is SQL: a
 * child's id, an item, a day as text.
 */
export const consentHeld = ({ child, item, on }: { child: string; item: string; on: string }): string =>
  `(select coalesce(bool_and(latest.answer <> 'no') and bool_or(latest.answer = 'yes' and latest.counts and ${on} < latest.until), false)
    from (select distinct on (given.guardian_id) given.answer::text as answer, ${UNTIL} as until, ${COUNTS} as counts
      from ${DECIDING} where given.child_id = ${child} and given.item::text = ${item} and given.decided_on <= ${on} and ${AT_THIS_AGE(on)}
      order by given.guardian_id, given.decided_on desc, given.created_at desc, given.id desc) latest)`

/**
 * Those of the child's own family who have parental responsibility decide; for a child in care whoever signs for the
 * council [CON-8].
 */
const DECIDING = `consents given join guardians decider on decider.id = given.guardian_id and coalesce(decider.parental_responsibility, false) join children decided on decided.id = given.child_id and decided.family_id = decider.family_id and ${answersFor({ guardian: 'decider', child: 'decided' })}`

/** A yes from before its end was kept with it lasts a year. */
const UNTIL = `case when given.answer = 'yes' then coalesce(given.valid_until, to_char((given.decided_on::date + interval '12 months')::date, 'YYYY-MM-DD')) end`

/** Until 18 the parents decide, from then on the young person [CON-9]. */
const AT_THIS_AGE = (on: string): string =>
  `(decider.themselves_id is not null) = ${isAdultSql({ bornOn: 'decided.born_on', on })}`

const COUNTS = mayBeWrittenTo('decider')
