import type { Work } from '../../../core/access/work.ts'
import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { isCaseworker } from '../../people/roles.ts'
import { applicationsAlike } from './alike.ts'
import { applicationWorkflow } from './workflow.ts'

/** An application that waits for the committee, for the step that comes next. */
export type ApplicationWaiting = {
  id: string
  rowVersion: number
  name: string
  source: 'known' | 'outsider'
  receivedOn: CalendarDate
  status: string
  interviewAt: Date | null
  interviewPlace: string | null
  /** What the applicant said of another time, where the one that was planned does not suit. */
  interviewWish: string | null
  interviewOutcome: 'recommend' | 'unsure' | 'not' | null
  referencesHeld: number
  worries: number
  /** The references of other applications that may be of the same person. */
  alike: string[]
  isTheirs: boolean
  blockers: Refused[]
}

/**
 * The applications that nobody has considered, longest waiting first; for the co-ordinator and committee alone [VOL-1].
 */
export const applicationsToConsider = (asking: Asking): Promise<ApplicationWaiting[]> =>
  waitingIn({ ...asking, states: ['received'], action: 'consider', order: 'a.received_on, a.created_at' })

/** The applicants to interview: those whose interview is planned first, by its time. */
export const interviewsToHold = (asking: Asking): Promise<ApplicationWaiting[]> =>
  waitingIn({
    ...asking,
    states: ['considered', 'interview-planned'],
    action: 'recordInterview',
    order: 'a.interview_at nulls last, a.received_on, a.created_at',
  })

/** The applicants whom the committee has met and has to decide about, longest waiting first [VOL-1, ORG-1]. */
export const applicationsToDecide = (asking: Asking): Promise<ApplicationWaiting[]> =>
  waitingIn({ ...asking, states: ['interviewed'], action: 'approve', order: 'a.interviewed_on, a.created_at' })

type Asking = { work: Work; limit: number }

const waitingIn = async ({
  work,
  limit,
  states,
  action,
  order,
}: Asking & { states: readonly string[]; action: string; order: string }): Promise<ApplicationWaiting[]> => {
  if (!isCaseworker(work.actor)) return []
  const rows = await work.query<RecordData & Omit<ApplicationWaiting, 'isTheirs' | 'blockers' | 'alike'>>(
    `select a.id, a.row_version::float8 as "rowVersion", a.name, a.source::text as source, a.received_on as "receivedOn", a.status::text as status, a.interview_at as "interviewAt", a.interview_place as "interviewPlace", a.interview_wish as "interviewWish",
       a.interview_outcome::text as "interviewOutcome", a.email, a.mobile, a.born_on as "bornOn", a.agreed_to_checks as "agreedToChecks", a.entered_by_id as "enteredBy",
       (select count(*)::float8 from volunteer_references r join reference_answers w on w.reference_id = r.id and w.status = 'held' and w.capacity <> 'family' where r.application_id = a.id) as "referencesHeld",
       (select count(*)::float8 from volunteer_references r join reference_answers w on w.reference_id = r.id and w.status = 'held' and w.worry = 'yes' where r.application_id = a.id) as worries
     from applications a where a.status::text = any($1) order by ${order} limit $2`,
    [states, limit],
  )
  const obstacles = await applicationWorkflow.obstacles({ work, records: rows, action })
  const others = await applicationsAlike({ query: work.query, ids: rows.map(({ id }) => id) })
  return rows.map(
    (
      {
        id,
        rowVersion,
        name,
        source,
        receivedOn,
        status,
        interviewAt,
        interviewPlace,
        interviewWish,
        interviewOutcome,
        referencesHeld,
        worries,
      },
      place,
    ) => ({
      id,
      rowVersion,
      name,
      source,
      receivedOn,
      status,
      interviewAt,
      interviewPlace,
      interviewWish,
      interviewOutcome,
      referencesHeld,
      worries,
      alike: others.filter(({ of }) => of === id).map(({ code }) => code),
      isTheirs: obstacles[place]?.isTheirs ?? false,
      blockers: obstacles[place]?.blockers ?? [],
    }),
  )
}
