import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { seatsOn } from '../../people/children/seats.ts'
import type { ReferralFacts, Voice } from '../rules.ts'
import { readReferralSettings } from '../settings.ts'

/** Loads the facts of one referral. */
export const referralFacts = async ({ work, record }: { work: Work; record: RecordData }): Promise<ReferralFacts> => {
  const [facts] = await referralFactsOfMany({ work, records: [record] })
  if (!facts) throw new Error('One referral has one set of facts.')
  return facts
}

/** The same for several referrals at once, in their order. */
export const referralFactsOfMany = async ({
  work,
  records,
}: {
  work: Work
  records: readonly RecordData[]
}): Promise<ReferralFacts[]> => {
  const today = londonDate(work.now)
  const rows = await work.query<{
    member: boolean
    matched: boolean
    goals: number
    inProgramme: number
    voices: Voice[]
  }>(
    `with accepted as materialized (select count(distinct child_id) as children from referrals where status = 'accepted')
     select exists (select from memberships where child_id = r.child_id and since <= $3 and (until is null or $3 <= until)) as member,
       exists (select from matches where child_id = r.child_id and status = 'active') as matched,
       (select count(*)::float8 from goals where child_id = r.child_id) as goals,
       ((select children from accepted) - (exists (select from referrals a where a.child_id = r.child_id and a.status = 'accepted'))::int)::float8 as "inProgramme",
       (select coalesce(json_agg(json_build_object('kind', v.kind, 'by', v.by_id)), '[]') from referral_voices v where v.referral_id = r.id) as voices
     from unnest($1::uuid[], $2::uuid[]) with ordinality as r(child_id, id, place) order by r.place`,
    [records.map(({ child }) => child ?? null), records.map(({ id }) => id ?? null), today],
  )
  const seats = await seatsOn({ query: work.query, on: today })
  const { capacity, membersToAccept, membersOverCapacity } = await readReferralSettings({ query: work.query })
  return records.map((record, index) => ({
    memberToday: rows[index]?.member ?? false,
    hasActiveMatch: rows[index]?.matched ?? false,
    goals: rows[index]?.goals ?? 0,
    enteredBy: typeof record.enteredBy === 'string' ? record.enteredBy : null,
    incoming: typeof record.incoming === 'string' ? record.incoming : null,
    inProgramme: rows[index]?.inProgramme ?? 0,
    voices: rows[index]?.voices ?? [],
    capacity,
    membersToAccept,
    membersOverCapacity,
    ...seats,
  }))
}
