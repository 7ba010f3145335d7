import type { Query } from '../../core/database/query.ts'

/** The account of a volunteer; null where there is none. */
export const accountOfVolunteer = async ({
  query,
  volunteerId,
}: {
  query: Query
  volunteerId: unknown
}): Promise<string | null> => {
  const [volunteer] = await query<{ user_id: string | null }>('select user_id from volunteers where id = $1', [
    volunteerId,
  ])
  return volunteer?.user_id ?? null
}
