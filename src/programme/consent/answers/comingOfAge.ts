import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import type { Query } from '../../../core/database/query.ts'
import { emit } from '../../../core/workflow/events.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { adultFrom, adultsBornBy } from '../../people/adulthood.ts'
import { childName } from '../../people/names.ts'
import { tellOfAge } from '../messages.ts'
import { consentAnswersOfChildren, consentHeld } from '../queries.ts'
import { consentRequestWorkflow } from '../asking/workflow.ts'
import { hasFormFor } from '../wording/wordingInForce.ts'
import { consentState, REQUIRED_ITEMS } from '../rules.ts'
import { consentLost } from '../events.ts'
import { consentMessages } from '../messageKinds.ts'

/**
 * A mentored child who is 18 by a day and has not agreed themselves. `ownId` is their own entry among the parents and
 * carers, if there is one.
 */
export type ComingOfAge = {
  childId: string
  childName: string
  comesOfAgeOn: CalendarDate
  ownId: string | null
  hasEmail: boolean
  hasForm: boolean
  isAsked: boolean
}

/**
 * Who is 18 by a day and has not agreed to what is required, the eldest first [CON-9]. `among` is a condition in SQL on
 * a child's id. PostgreSQL leaves out those who have agreed, so that `limit` is not used up by them; who remains the
 * rule says.
 */
export const comingOfAge = async ({
  query,
  by,
  among,
  limit,
}: {
  query: Query
  by: CalendarDate
  among: (child: string) => string
  limit: number
}): Promise<ComingOfAge[]> => {
  const rows = await query<Omit<ComingOfAge, 'comesOfAgeOn'> & { bornOn: CalendarDate }>(
    `select c.id as "childId", ${childName.inFull('c')} as "childName", c.born_on as "bornOn", g.id as "ownId", coalesce(g.email, '') <> '' as "hasEmail", g.id is not null and ${hasFormFor('g')} as "hasForm",
       exists (select from consent_requests r where r.child_id = c.id and r.guardian_id = g.id and r.status in ('open', 'signed', 'declined')) as "isAsked"
     from children c left join guardians g on g.themselves_id = c.id and g.family_id = c.family_id
     where c.born_on <= $1 and ${among('c.id')} and not (${REQUIRED_ITEMS.map((item) => consentHeld({ child: 'c.id', item: `'${item}'`, on: '$3::text' })).join(' and ')})
     order by c.born_on, c.name, g.id limit $2`,
    [adultsBornBy(by), limit, by],
  )
  const answers = await consentAnswersOfChildren({ query, childIds: [...new Set(rows.map(({ childId }) => childId))] })
  return rows
    .map(({ bornOn, ...row }) => ({ ...row, comesOfAgeOn: adultFrom(bornOn) }))
    .filter(
      ({ childId, comesOfAgeOn: day }) =>
        day <= by &&
        !REQUIRED_ITEMS.every((item) => consentState({ answers: answers.get(childId) ?? [], item, on: by }).held),
    )
}

/**
 * On the day on which a young person is 18 the parents' consent and links end by themselves. What they were asked is
 * taken back, the young person is asked by their own link where we know an address, and everybody concerned is told,
 * once [CON-9]. Gives how many messages were new.
 */
export const carryOverToAdults = async ({
  work,
  among,
}: {
  work: Work
  among: (child: string) => string
}): Promise<number> => {
  let sent = 0
  for (const { childId, ownId, hasEmail, hasForm, isAsked } of await comingOfAge({
    query: work.query,
    by: londonDate(work.now),
    among,
    limit: 1_000,
  })) {
    const open = await work.query<{ id: string }>(
      "select r.id from consent_requests r join guardians g on g.id = r.guardian_id where r.child_id = $1 and r.status = 'open' and g.themselves_id is null order by r.id",
      [childId],
    )
    for (const { id } of open)
      await performAction({ work, workflow: consentRequestWorkflow, id, action: 'cancelByRule', input: {} })
    if (ownId && hasEmail && hasForm && !isAsked)
      await asSystem(work, { reason: 'the young person is 18 now' }).create({
        collection: 'consent-requests',
        data: { child: childId, guardian: ownId },
      })
    sent += await tellOfAge({ work, childId })
    await emit({
      work,
      event: consentLost({ childId, about: `${childId}:of-age`, message: consentMessages['consent-ended'] }),
    })
  }
  return sent
}
