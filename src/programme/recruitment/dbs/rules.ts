import { allowed, refused } from '../../../core/errors/refusal.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'
import { londonDate, type CalendarDate } from '../../../core/clock/londonDates.ts'

/** What the rules of a check by the update service ask about. */
export type StatusFacts = DbsCheckFacts & { recheckMonths: number }

/** The service is asked only with the volunteer's consent [VOL-6]. */
export const consented: Guard<StatusFacts> = ({ updateConsentOn, on }) =>
  updateConsentOn && updateConsentOn <= on
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'The volunteer had not agreed to checks by the update service.',
        nextStep: 'Ask them, and record the certificate with the day on which they agreed.',
      })

/** What notes about a DBS check are held against. */
export type DbsCheckFacts = {
  volunteerId: string
  ownUserId: string | null
  isStandingCheck: boolean
  updateConsentOn: CalendarDate | null
  takenOn: CalendarDate
  on: CalendarDate
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
