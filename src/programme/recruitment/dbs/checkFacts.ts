import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { Work } from '../../../core/access/work.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard, RecordData } from '../../../core/workflow/workflow.ts'

/** What notes about a DBS check are held against. */
export type DbsCheckFacts = {
  volunteerId: string
  ownUserId: string | null
  isStandingCheck: boolean
  updateConsentOn: CalendarDate | null
  takenOn: CalendarDate
  on: CalendarDate
}

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

/** It is about a DBS check that stands [VOL-6]. */
export const aboutStandingCheck: Guard<DbsCheckFacts> = ({ isStandingCheck }) =>
  isStandingCheck
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'This is not a DBS check that stands.',
        nextStep: 'Choose the volunteer’s DBS check.',
      })

/** What it tells of has happened, after the certificate was issued [VOL-6]. */
export const happened: Guard<DbsCheckFacts> = ({ on, takenOn }, { now }) =>
  on <= londonDate(now) && on >= takenOn
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'This day is before the certificate or still to come.',
        nextStep: 'Check the day.',
      })

type Row = Omit<DbsCheckFacts, 'on'>
