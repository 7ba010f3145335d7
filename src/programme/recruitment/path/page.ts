import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { PagePart } from '../../../core/house/recordPage.ts'
import { isCaseworker } from '../../people/roles.ts'
import { applications } from '../applications/Applications.ts'
import type { ApplicationState } from '../applications/links.ts'
import { clearanceFactsOf } from '../queries.ts'
import { missingToBecomeActive } from '../rules.ts'
import { pathToActive } from './rules.ts'

/** On an application's page: the way from applying to being active, until the volunteer is or it has ended. */
export const pathOfApplication: PagePart = {
  of: applications,
  load: async ({ work, id, record }) => {
    const status = String(record.status) as ApplicationState
    if (!isCaseworker(work.actor) || status === 'not-approved' || status === 'withdrawn') return undefined
    const volunteerId = typeof record.volunteer === 'string' ? record.volunteer : undefined
    const volunteer = volunteerId === undefined ? null : await volunteerOf({ work, id: volunteerId })
    if (volunteer?.standing === 'active') return undefined
    return jobs({ work, application: { id, status }, volunteer })
  },
}

/** The same on a volunteer's page, until they are active for the first time. */
export const pathOfVolunteer: PagePart = {
  of: { slug: 'volunteers' },
  load: async ({ work, id }) => {
    if (!isCaseworker(work.actor)) return undefined
    const volunteer = await volunteerOf({ work, id })
    if (!volunteer || volunteer.standing !== 'joining') return undefined
    const [application] = await work.query<{ id: string; status: ApplicationState }>(
      'select id, status::text as status from applications where volunteer_id = $1 order by created_at desc limit 1',
      [id],
    )
    return jobs({ work, application: application ?? null, volunteer })
  },
}

type Volunteer = NonNullable<Parameters<typeof pathToActive>[0]['volunteer']>

const jobs = async ({
  work,
  application,
  volunteer,
}: {
  work: Work
  application: { id: string; status: ApplicationState } | null
  volunteer: Volunteer | null
}) => {
  const [references] = await work.query<{ held: number; asked: number }>(
    `select count(*) filter (where w.held)::float8 as held, count(*) filter (where not w.held and r.status = 'asked')::float8 as asked
     from volunteer_references r, lateral (select exists (select from reference_answers a where a.reference_id = r.id and a.status = 'held' and a.capacity <> 'family') as held) w
     where r.application_id = $1`,
    [application?.id ?? null],
  )
  return {
    jobs: [
      {
        title: 'The way to being active',
        tasks: pathToActive({
          application,
          volunteer,
          referencesHeld: references?.held ?? 0,
          referencesAsked: references?.asked ?? 0,
        }),
      },
    ],
  }
}

const volunteerOf = async ({ work: { query, now }, id }: { work: Work; id: string }): Promise<Volunteer | null> => {
  const facts = (await clearanceFactsOf({ query, volunteerIds: [id] })).get(id)
  const [account] = await query<{ hasAccount: boolean; hasEntered: boolean }>(
    'select v.user_id is not null as "hasAccount", exists (select from credentials c where c.user_id = v.user_id) as "hasEntered" from volunteers v where v.id = $1',
    [id],
  )
  if (!facts || !account) return null
  return {
    id,
    standing: facts.standing,
    ...account,
    missing: missingToBecomeActive({ facts, on: londonDate(now) }),
  }
}
