import type { Work } from '../../../core/access/work.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import type { DbsCheckFacts } from './rules.ts'

/** Loads them, for a note that names its check and the day that it tells of. */
export const dbsCheckFacts =
  (day: 'shownOn' | 'checkedOn') =>
  async ({ work, record }: { work: Work; record: RecordData }): Promise<DbsCheckFacts> => {
    const [check] = await work.query<Row>(
      `select r.volunteer_id as "volunteerId", v.user_id as "ownUserId", r.kind = 'dbs-check' and r.status = 'standing' as "isStandingCheck", r.update_consent_on as "updateConsentOn", r.taken_on as "takenOn"
       from vetting_records r join volunteers v on v.id = r.volunteer_id where r.id = $1`,
      [record.check],
    )
    return {
      ...(check ?? { volunteerId: '', ownUserId: null, isStandingCheck: false, updateConsentOn: null, takenOn: '' }),
      on: String(record[day] ?? ''),
    }
  }

type Row = Omit<DbsCheckFacts, 'on'>
