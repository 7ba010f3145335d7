import { daysAfter, londonDate, type CalendarDate } from '../../core/clock/londonDates.ts'
import type { Work } from '../../core/access/work.ts'
import type { ContactRule } from '../people/families/contactRules.ts'
import { childName } from '../people/names.ts'
import { isCaseworker } from '../people/roles.ts'
import { comingOfAge } from './answers/comingOfAge.ts'
import { deliveryState, needsNewLink, newestMessageOf, numberToRing, type DeliveryState } from './asking/delivery.ts'
import { consentEndings, REMINDED_DAYS_BEFORE, type ConsentEnding } from './answers/endings.ts'
import { CONSENT_ITEMS, type ConsentItem } from './rules.ts'

/**
 * A parent or carer who was asked and has not answered. `isAgain`: in new words, while what they agreed to before goes
 * on counting.
 */
export type ConsentWaiting = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  guardianId: string
  guardianName: string
  mobile: string | null
  status: 'open' | 'signed' | 'declined'
  delivery: DeliveryState | null
  deliveryAt: Date | null
  askedAt: Date
  endsAt: Date | null
  hasEnded: boolean
  isAgain: boolean
}

/**
 * The consent requests without an answer, and those whose link ended with an address, which come first [CON-10]; then
 * those whose message came back, then those whose link ends soonest (or
 * has ended), `limit` at most; for the co-ordinator and committee alone [CON-1].
 */
export const consentRequestsWaiting = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<ConsentWaiting[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<ConsentWaiting>(
    `select q.id, q.row_version::float8 as "rowVersion", c.id as "childId", ${childName.inFull('c')} as "childName", g.id as "guardianId", g.name as "guardianName", ${numberToRing('g')} as mobile, ${deliveryState('q')} as delivery, q.status::text as status, mail.at as "deliveryAt", case when q.status = 'open' then q.created_at else coalesce(q.asked_again_at, q.created_at) end as "askedAt",
       case when q.status = 'open' then q.ends_at end as "endsAt", q.status = 'open' and coalesce(q.ends_at < $1, false) as "hasEnded", q.status = 'signed' and coalesce(q.asked_again_at >= q.answered_at, false) as "isAgain"
     from consent_requests q join children c on c.id = q.child_id join guardians g on g.id = q.guardian_id left join lateral ${newestMessageOf('q.id')} mail on true
     where q.status = 'open' or (q.status = 'signed' and q.asked_again_at >= q.answered_at) or ${needsNewLink('q')} order by not ${needsNewLink('q')}, mail.state is distinct from 'bounced', q.status = 'signed', q.ends_at nulls last, q.created_at limit $2`,
    [work.now.toISOString(), limit],
  )
}

/** Whose yes ends, or who is 18 and has to agree themselves. */
export type ConsentToRenew = { id: string } & (
  | ({ kind: 'ending' } & ConsentEnding)
  | { kind: 'of-age'; childId: string; childName: string; until: CalendarDate; hasEmail: boolean; isAsked: boolean }
)

/**
 * Whose yes ends within 30 days or has ended, for the mentored children that `among` tells of; for the co-ordinator and
 * committee alone [CON-5].
 */
export const consentsEnding = async ({
  work,
  limit,
  among,
}: {
  work: Work
  limit: number
  among: (child: string) => string
}): Promise<ConsentToRenew[]> => {
  if (!isCaseworker(work.actor)) return []
  const today = londonDate(work.now)
  const endings = await consentEndings({
    query: work.query,
    on: today,
    before: daysAfter({ date: today, days: REMINDED_DAYS_BEFORE[0] }),
    among,
    limit,
  })
  const grown = await comingOfAge({
    query: work.query,
    by: daysAfter({ date: today, days: REMINDED_DAYS_BEFORE[0] }),
    among,
    limit,
  })
  return [
    ...grown.map(({ childId, childName, comesOfAgeOn, hasEmail, isAsked }) => ({
      kind: 'of-age' as const,
      id: childId,
      childId,
      childName,
      until: comesOfAgeOn,
      hasEmail,
      isAsked,
    })),
    ...endings
      .filter(({ childId }) => !grown.some((one) => one.childId === childId))
      .map((ending) => ({ kind: 'ending' as const, id: `${ending.childId} ${ending.guardianId}`, ...ending })),
  ].slice(0, limit)
}

/** A parent or carer who asked to be rung, or for the form on paper. */
export type CallToMake = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  guardianName: string
  wish: 'call' | 'paper'
  mobile: string | null
  /** The number that they gave when they asked. */
  numberGiven: string | null
  contactRule: ContactRule
  language: string | null
  bestTime: string | null
  words: string | null
  askedAt: Date
}

/** The same, who has waited longest first, `limit` at most; for the co-ordinator and committee alone [MAT-12]. */
export const callsToMake = async ({ work, limit }: { work: Work; limit: number }): Promise<CallToMake[]> => {
  if (!isCaseworker(work.actor)) return []
  return work.query<CallToMake>(
    `select k.id, k.row_version::float8 as "rowVersion", c.id as "childId", ${childName.inFull('c')} as "childName", g.name as "guardianName", k.wish::text as wish, nullif(g.mobile, '') as mobile, nullif(k.number, '') as "numberGiven", g.contact_rule::text as "contactRule", nullif(g.language, '') as language, k.best_time as "bestTime", k.words, k.asked_at as "askedAt"
     from call_requests k join consent_requests q on q.id = k.consent_request_id join children c on c.id = q.child_id join guardians g on g.id = k.guardian_id
     where k.status = 'asked' order by k.asked_at limit $1`,
    [limit],
  )
}

/** What was entered from paper or telephone and waits for a second person. */
export type CaptureWaiting = {
  id: string
  rowVersion: number
  childId: string
  childName: string
  guardianName: string
  enteredAt: Date
  method: 'paper' | 'telephone'
  decidedOn: CalendarDate
  enteredByName: string | null
  enteredBySelf: boolean
  said: string
}

/** The same, oldest first; for the co-ordinator and committee alone [CON-1]. */
export const capturesToConfirm = async ({ work, limit }: { work: Work; limit: number }): Promise<CaptureWaiting[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<Omit<CaptureWaiting, 'said'> & Record<string, unknown>>(
    `select k.id, ${ANSWERS_OF_CAPTURE}, k.method::text as method, k.row_version::float8 as "rowVersion", k.created_at as "enteredAt", c.id as "childId", ${childName.inFull('c')} as "childName", g.name as "guardianName", k.decided_on as "decidedOn", u.name as "enteredByName", k.entered_by_id is not distinct from $1::uuid as "enteredBySelf"
     from consent_captures k join children c on c.id = k.child_id join guardians g on g.id = k.guardian_id left join users u on u.id = k.entered_by_id
     where k.status = 'entered' order by k.created_at limit $2`,
    [work.actor.kind === 'person' ? work.actor.userId : null, limit],
  )
  return rows.map(
    ({
      id,
      rowVersion,
      childId,
      childName,
      guardianName,
      enteredAt,
      method,
      decidedOn,
      enteredByName,
      enteredBySelf,
      ...row
    }) => ({
      id,
      rowVersion,
      childId,
      childName,
      guardianName,
      enteredAt,
      method,
      decidedOn,
      enteredByName,
      enteredBySelf,
      said: spokenAnswers(row),
    }),
  )
}

/** The columns of what was answered, each by its name: a statement with a star in it is never prepared. */
const ANSWERS_OF_CAPTURE = Object.keys(CONSENT_ITEMS)
  .map((item) => `k.${item.replaceAll('-', '_')}::text`)
  .join(', ')

/** "Yes to 6 points. No to: Photographs, Travel in a car with the volunteer." */
const spokenAnswers = (row: Readonly<Record<string, unknown>>): string => {
  const said = (Object.keys(CONSENT_ITEMS) as ConsentItem[]).map((item) => ({
    item,
    answer: row[item.replaceAll('-', '_')],
  }))
  const [yes, no] = (['yes', 'no'] as const).map((wanted) =>
    said.filter(({ answer }) => answer === wanted).map(({ item }) => CONSENT_ITEMS[item]),
  )
  return [yes?.length ? `Yes to: ${yes.join(', ')}.` : '', no?.length ? `No to: ${no.join(', ')}.` : '']
    .filter(Boolean)
    .join(' ')
}
