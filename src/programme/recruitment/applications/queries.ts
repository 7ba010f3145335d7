import type { Query } from '../../../core/database/query.ts'

/** The ids of the applications of a person who signs in. */
export const applicationsOf = async ({ query, userId }: { query: Query; userId: string }): Promise<string[]> => {
  const rows = await query<{ id: string }>(
    `select a.id from applications a where exists (select from users u where u.id = $1 and lower(u.email) = lower(a.email)) or exists (select from volunteers v where v.user_id = $1 and v.id = a.volunteer_id)`,
    [userId],
  )
  return rows.map(({ id }) => id)
}

/** What belongs to an application and stands apart from it, for those alone who may read it all. */
export type ApplicationPapers = {
  references: Array<{
    id: string
    refereeName: string
    status: string
    answerId: string | null
    answerStatus: string | null
    worry: string | null
  }>
  declaration: { id: string; declares: string } | null
  notes: Array<{ id: string; writtenBy: string | null }>
}

/** The papers of an application in one statement: what there is, and none of its words. */
export const papersOf = async ({
  query,
  applicationId,
}: {
  query: Query
  applicationId: string
}): Promise<ApplicationPapers> => {
  const [row] = await query<ApplicationPapers>(
    `select coalesce((select json_agg(json_build_object('id', r.id, 'refereeName', r.referee_name, 'status', r.status, 'answerId', w.id, 'answerStatus', w.status, 'worry', w.worry) order by r.created_at, r.referee_name)
         from volunteer_references r left join reference_answers w on w.reference_id = r.id and w.status <> 'set-aside' where r.application_id = $1), '[]') as "references",
       (select json_build_object('id', id, 'declares', declares) from self_declarations where application_id = $1 order by created_at desc limit 1) as declaration,
       coalesce((select json_agg(json_build_object('id', n.id, 'writtenBy', u.name) order by n.created_at) from interview_notes n left join users u on u.id = n.written_by_id where n.application_id = $1), '[]') as notes`,
    [applicationId],
  )
  return row ?? { references: [], declaration: null, notes: [] }
}
