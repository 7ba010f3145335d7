import type { Endpoint } from 'payload'
import { asUser } from '../../../core/access/localApi.ts'
import { workOf, type Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { Query } from '../../../core/database/query.ts'
import { inTransaction } from '../../../core/database/transaction.ts'
import { forbiddenError, refusalError } from '../../../core/errors/problems.ts'
import { refusalSentence, type Refused } from '../../../core/errors/refusal.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import { childName } from '../../people/names.ts'
import { isCommittee } from '../../people/roles.ts'
import { latestAnswers } from '../queries.ts'
import { NO_NEW_WORDS } from './rules.ts'
import { consentRequestWorkflow } from './workflow.ts'

/**
 * A parent or carer whose yes stands in the words of an earlier major version, with the request under whose link they
 * answered.
 */
type AnsweredBefore = {
  childId: string
  childName: string
  guardianId: string
  guardianName: string
  requestId: string | null
}

/** What became of asking everybody again: how many were asked, and who could not be, each with why and what to do. */
type AskedAgain = { asked: number; notAsked: string[] }

/**
 * The newer major version in which nobody was asked yet, and how many could be; undefined where there is none. For the
 * committee alone [CON-5].
 */
export const couldBeAskedAgain = async ({
  query,
  actor,
  now,
}: Pick<Work, 'query' | 'actor' | 'now'>): Promise<{ number: string; people: number } | undefined> => {
  const version = isCommittee(actor) ? await newMajorVersion(query) : undefined
  if (!version) return undefined
  const people = (await answeredBefore({ query, now, version })).length
  return people > 0 ? { number: version.number, people } : undefined
}

/**
 * Asks everybody again whose yes stands in the words of an earlier major version: each by their own link, once for a
 * version. What they agreed to goes on counting in its own words until they answer [CON-3, CON-5]. For the committee;
 * needs a transaction.
 */
const askEverybodyAgain = async (work: Work): Promise<AskedAgain> => {
  const { query, now } = work
  const version = await newMajorVersion(query)
  if (!version) throw refusalError(NO_NEW_WORDS)
  const outcome: AskedAgain = { asked: 0, notAsked: [] }
  for (const person of await answeredBefore({ query, now, version })) {
    const refusal = await ask({ work, person })
    if (refusal) outcome.notAsked.push(`${person.guardianName}, for ${person.childName}: ${refusalSentence(refusal)}`)
    else outcome.asked += 1
  }
  return outcome
}

/** `POST /api/consent-requests/ask-again`: the same in one action, for the committee. */
export const askAgainEndpoint: Endpoint = {
  path: '/ask-again',
  method: 'post',
  handler: async (req) => {
    const work = workOf(req)
    if (!isCommittee(work.actor)) throw forbiddenError()
    return Response.json(await inTransaction({ req, work: () => askEverybodyAgain(work) }))
  },
}

/**
 * Whoever answered by a link is asked under it; whoever answered on paper or by telephone gets their first. What stands
 * in the way is given back and undoes nobody else’s.
 */
const ask = async ({
  work,
  person: { childId, guardianId, requestId },
}: {
  work: Work
  person: AnsweredBefore
}): Promise<Refused | undefined> => {
  const record = { child: childId, guardian: guardianId }
  if (requestId === null) {
    const decided = await consentRequestWorkflow.decideCreate({ work, record })
    if ('allowed' in decided) return decided
    await asUser(work).create({ collection: 'consent-requests', data: record })
    return undefined
  }
  const [standing] = await consentRequestWorkflow.obstacles({
    work,
    records: [{ id: requestId, ...record }],
    action: 'askAgain',
  })
  const [blocker] = standing?.blockers ?? []
  if (!blocker)
    await performAction({ work, workflow: consentRequestWorkflow, id: requestId, action: 'askAgain', input: {} })
  return blocker
}

type MajorVersion = { id: string; number: string; major: string }

const newMajorVersion = async (query: Query): Promise<MajorVersion | undefined> =>
  (
    await query<MajorVersion>(
      `select v.id, v.number, split_part(v.number, '.', 1) as major from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'
         and exists (select from policy_versions e where e.policy_id = v.policy_id and e.status = 'superseded' and split_part(e.number, '.', 1)::int < split_part(v.number, '.', 1)::int)`,
    )
  )[0]

/** Whoever said no to everything is not asked again unless they want it: so they were told. */
const answeredBefore = ({
  query,
  now,
  version: { id, major },
}: {
  query: Query
  now: Date
  version: MajorVersion
}): Promise<AnsweredBefore[]> =>
  query<AnsweredBefore>(
    `select c.id as "childId", ${childName.inFull('c')} as "childName", g.id as "guardianId", g.name as "guardianName",
       (select r.id from consent_requests r where r.child_id = c.id and r.guardian_id = g.id and r.status in ('open', 'signed', 'declined')) as "requestId"
     from (select distinct child_id, guardian_id from ${latestAnswers({ on: '$1::text' })} latest where latest.answer = 'yes' and latest.counts and latest.until > $1) said
       join children c on c.id = said.child_id join guardians g on g.id = said.guardian_id
     where not exists (select from consents k join policy_versions w on w.id = k.wording_version_id where k.child_id = c.id and k.guardian_id = g.id and split_part(w.number, '.', 1) = $2)
       and not exists (select from consent_requests r where r.child_id = c.id and r.guardian_id = g.id and (r.status = 'open' or r.asked_again_for_id = $3))
     order by c.id, g.id`,
    [londonDate(now), major, id],
  )
