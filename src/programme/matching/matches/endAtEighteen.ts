import type { Work } from '../../../core/access/work.ts'
import { daysAfter, londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import type { EventHandler } from '../../../core/house/defineEvent.ts'
import { consentAnswersOf, type StoredAnswer } from '../../consent/queries.ts'
import { CONSENT_LINK_DAYS } from '../../consent/asking/workflow.ts'
import { consentState, REQUIRED_ITEMS } from '../../consent/rules.ts'
import { adultFrom, adultsBornBy } from '../../people/adulthood.ts'
import { tellOfEnd } from '../messages.ts'
import { matchWorkflow } from './workflow.ts'

/**
 * Whether a young person’s match ends on a day: they said no to what is required, or a link’s time has gone by since
 * their birthday and they never agreed [CON-9]. While it stands, nothing may go ahead in it.
 */
export const endsAtEighteen = ({
  answers,
  bornOn,
  on,
}: {
  answers: readonly StoredAnswer[]
  bornOn: CalendarDate
  on: CalendarDate
}): boolean => {
  const birthday = adultFrom(bornOn)
  if (on < birthday) return false
  const states = REQUIRED_ITEMS.map((item) => consentState({ answers, item, on }))
  // Whoever never answered is not yet one who said no; whoever agreed at 18 is asked again like everybody else.
  return states.some(
    (state) =>
      !state.held &&
      (state.why === 'refused' ||
        ((state.why === 'of-age' || state.why === 'never-asked') &&
          on >= daysAfter({ date: birthday, days: CONSENT_LINK_DAYS }))),
  )
}

/**
 * Ends the matches of young people who are 18 and have not agreed, and tells those concerned. To be run daily, in one
 * transaction. Gives how many ended.
 */
export const endMatchesAtEighteen = async (work: Work): Promise<number> => {
  const grown = await work.query<{ id: string }>(
    "select c.id from children c where c.born_on <= $1 and exists (select from matches m where m.child_id = c.id and m.status in ('proposed', 'active')) order by c.id",
    [adultsBornBy(londonDate(work.now))],
  )
  let ended = 0
  for (const { id } of grown) ended += await endOf({ work, childId: id })
  return ended
}

/**
 * The same at once for one child, when a no was said: the young person’s own ends the match in that moment [CON-4,
 * CON-9].
 */
export const endMatchOfWhoSaidNo: EventHandler<{ childId: string }> = async ({ work, event }) => {
  await endOf({
    work: { ...work, actor: { kind: 'system', reason: 'the young person is 18 and has not agreed' } },
    childId: event.childId,
  })
}

const endOf = async ({ work, childId }: { work: Work; childId: string }): Promise<number> => {
  const { query, now } = work
  const [child] = await query<{ bornOn: CalendarDate | null }>(
    'select born_on as "bornOn" from children where id = $1',
    [childId],
  )
  if (!child?.bornOn) return 0
  const { bornOn } = child
  if (
    londonDate(now) < adultFrom(bornOn) ||
    !endsAtEighteen({ answers: await consentAnswersOf({ query, childId }), bornOn, on: londonDate(now) })
  )
    return 0
  const matches = await query<{ id: string }>(
    "select id from matches where child_id = $1 and status in ('proposed', 'active') order by id",
    [childId],
  )
  for (const { id } of matches) {
    await tellOfEnd({ work, matchId: id })
    await performAction({ work, workflow: matchWorkflow, id, action: 'endAtEighteen', input: {} })
  }
  return matches.length
}
