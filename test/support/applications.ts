import { randomUUID } from 'node:crypto'
import { linkToken } from '../../src/core/access/linkTokens.ts'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { apply, type WholeApplication } from '../../src/programme/recruitment/applications/apply.ts'
import { APPLICATION_LINK } from '../../src/programme/recruitment/applications/links.ts'
import { REFERENCE_LINK } from '../../src/programme/recruitment/references/links.ts'
import type { TestProgramme } from './programme.ts'

/** All that an invented applicant fills in. */
export const applicationOf = ({
  about,
  ...changes
}: { about?: Partial<WholeApplication['about']> } & Partial<
  Omit<WholeApplication, 'about'>
> = {}): WholeApplication => ({
  about: {
    name: 'Reese Placeholder',
    source: 'outsider',
    email: `${randomUUID()}@example.invalid`,
    mobile: '07700 900321',
    bornOn: '1991-07-15',
    homeAddress: '9 Made-up Lane, Andover',
    why: 'I had a mentor once.',
    skills: 'Communication\nBuilding trust',
    interests: 'Climbing',
    languages: 'English, Welsh',
    availability: 'Weekday evenings',
    earlierInvolvement: '',
    ...about,
  },
  referees: [
    { name: 'Sky Specimen', email: `${randomUUID()}@example.invalid`, telephone: null, howKnown: 'We worked together' },
    { name: 'River Standin', email: `${randomUUID()}@example.invalid`, telephone: null, howKnown: 'My football coach' },
  ],
  declares: 'nothing',
  declared: '',
  ...changes,
})

/**
 * Somebody who applied by the public form: the application with its code, and its two references in the order in which
 * they were named.
 */
export type Applicant = { id: string; code: string; email: string; references: [string, string] }

/** Has somebody apply, as the public form does. */
export const anApplicant = async (
  programme: TestProgramme,
  changes: Parameters<typeof applicationOf>[0] = {},
): Promise<Applicant> => {
  const given = applicationOf(changes)
  const work = await programme.workOf({ kind: 'link', holder: 'form', recordId: randomUUID() })
  const applied = await inTransaction({ req: work.req, work: () => apply({ work, given }) })
  const references = await programme.query<{ id: string }>(
    'select id from volunteer_references where application_id = $1 order by array_position($2::text[], referee_name::text)',
    [applied.id, given.referees.map(({ name }) => name)],
  )
  return { ...applied, email: given.about.email, references: [references[0]?.id ?? '', references[1]?.id ?? ''] }
}

/** The token of an applicant's or a referee's newest link, as its email has it. */
export const newestToken = async (
  { query, payload }: TestProgramme,
  { table, id }: { table: 'applications' | 'volunteer_references'; id: string },
): Promise<string> => {
  const [row] = await query<{ number: number }>(`select link_number::float8 as number from ${table} where id = $1`, [
    id,
  ])
  return linkToken({
    payload,
    subject: { purpose: table === 'applications' ? APPLICATION_LINK : REFERENCE_LINK, id, number: row?.number ?? 0 },
  })
}

/** What a referee says who knows the applicant well. */
export const refereeSays = (changes: Record<string, string> = {}): Record<string, string> => ({
  knownFor: 'Six years',
  capacity: 'work',
  suitability: 'Patient, and children like them.',
  worry: 'no',
  ...changes,
})
