import { daysAfter, londonDate } from '../../../core/clock/londonDates.ts'
import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { emit } from '../../../core/workflow/events.ts'
import { carryOverToAdults } from '../answers/comingOfAge.ts'
import { chaseFor, consentEndings, REMINDED_DAYS_BEFORE, reminderFor, type ConsentEnding } from '../answers/endings.ts'
import { askAgainByEmail, remindOfEnding, tellOfEnding } from '../messages.ts'
import { needsNewLink, newestMessageOf } from './delivery.ts'
import { consentAnswersOf } from '../queries.ts'
import { CONSENT_LINK_DAYS } from './workflow.ts'
import { CONSENT_ITEMS, consentState, type ConsentItem } from '../rules.ts'
import { hasFormFor } from '../wording/wordingInForce.ts'
import { consentLost } from '../events.ts'
import { consentMessages } from '../messageKinds.ts'

/** For so many days after a yes has ended it is still told, where the job did not run. */
const TOLD_FOR_DAYS = 30

/**
 * Sends what is due today about consent that ends [CON-5] and about requests without an answer. To be run daily; each
 * message goes once, and a day that was missed is made up for. `among` says which children: those who are mentored.
 * Gives how many were new.
 */
export const remindOfConsent = async ({
  work,
  among,
}: {
  work: Work
  among: (child: string) => string
}): Promise<number> => {
  const today = londonDate(work.now)
  const endings = await consentEndings({
    query: work.query,
    on: today,
    before: daysAfter({ date: today, days: REMINDED_DAYS_BEFORE[0] }),
    among,
    limit: 10_000,
  })
  let sent = 0
  for (const ending of endings.filter(({ until }) => until > daysAfter({ date: today, days: -TOLD_FOR_DAYS }))) {
    const withinDays = reminderFor({ until: ending.until, today })
    sent += withinDays === undefined ? await ended({ work, ending }) : await remind({ work, ending, withinDays })
  }
  return sent + (await carryOverToAdults({ work, among })) + (await chase(work))
}

/** Whoever answered on paper has no link yet: being asked is their first reminder. */
const remind = async ({
  work,
  ending,
  withinDays,
}: {
  work: Work
  ending: ConsentEnding
  withinDays: number
}): Promise<number> => {
  if (ending.requestId) return remindOfEnding({ work, ending: { ...ending, requestId: ending.requestId }, withinDays })
  if (!ending.hasEmail) return 0
  const [{ ask } = { ask: false }] = await work.query<{ ask: boolean }>(
    `select c.born_on is not null and ${hasFormFor('g')} as ask from children c, guardians g where c.id = $1 and g.id = $2`,
    [ending.childId, ending.guardianId],
  )
  if (!ask) return 0
  await asSystem(work, { reason: 'consent that ends soon' }).create({
    collection: 'consent-requests',
    data: { child: ending.childId, guardian: ending.guardianId },
  })
  return 1
}

/**
 * The yes no longer counts from today: the parent is told, and, where nobody else’s yes stands in for it, everybody
 * whom it concerns.
 */
const ended = async ({ work, ending }: { work: Work; ending: ConsentEnding }): Promise<number> => {
  const today = londonDate(work.now)
  const answers = await consentAnswersOf({ query: work.query, childId: ending.childId })
  const lost = (Object.keys(CONSENT_ITEMS) as ConsentItem[]).some((item) => {
    const standing = consentState({ answers, item, on: today })
    return !standing.held && standing.why === 'expired'
  })
  const sent = await tellOfEnding({ work, ending, lost })
  if (lost)
    await emit({
      work,
      event: consentLost({
        childId: ending.childId,
        about: `${ending.childId}:${ending.until}`,
        message: consentMessages['consent-ended'],
      }),
    })
  return sent
}

/**
 * Who was asked and has not answered is written to again after 3, 7 and 14 days, under the same link; not where the
 * last message came back.
 */
const chase = async (work: Work): Promise<number> => {
  const open = await work.query<{ id: string; guardian: string; number: number; endsAt: Date }>(
    `select r.id, r.guardian_id as guardian, r.link_number::float8 as number, r.ends_at as "endsAt" from consent_requests r where r.status = 'open' and r.ends_at > $1 and not ${needsNewLink('r')}
       and coalesce((select mail.state from ${newestMessageOf('r.id')} mail), '') <> 'bounced' order by r.id`,
    [work.now.toISOString()],
  )
  let sent = 0
  for (const request of open) {
    const days = chaseFor({ daysSince: CONSENT_LINK_DAYS - (request.endsAt.getTime() - work.now.getTime()) / DAY })
    if (days !== undefined) sent += await askAgainByEmail({ work, request, days })
  }
  return sent
}

const DAY = 24 * 60 * 60_000
