import { monthsAfter } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow, type Guard } from '../../../core/workflow/workflow.ts'
import { aboutStandingCheck, dbsCheckFacts, happened, type DbsCheckFacts } from './checkFacts.ts'
import { caseworker, notAboutOneself } from '../ofVolunteer.ts'
import { readVolunteerSettings } from '../settings.ts'
import { vettingChanged } from '../../people/events.ts'

type StatusFacts = DbsCheckFacts & { recheckMonths: number }

/** The service is asked only with the volunteer's consent [VOL-6]. */
const consented: Guard<StatusFacts> = ({ updateConsentOn, on }) =>
  updateConsentOn && updateConsentOn <= on
    ? allowed
    : refused({
        rule: 'VOL-6',
        reason: 'The volunteer had not agreed to checks by the update service.',
        nextStep: 'Ask them, and record the certificate with the day on which they agreed.',
      })

/**
 * A check by the update service is written down once. No change counts as a recheck; anything else ends the certificate
 * that day [VOL-6].
 */
export const dbsStatusCheckWorkflow = defineWorkflow<StatusFacts, 'recorded'>('dbs-status-checks', {
  noun: 'update service check',
  states: { recorded: 'Recorded' },
  initial: 'recorded',
  locks: [],
  facts: async (given) => ({
    ...(await dbsCheckFacts('checkedOn')(given)),
    recheckMonths: (await readVolunteerSettings({ query: given.work.query })).recheckMonths,
  }),
  create: {
    label: 'Record',
    by: [caseworker],
    guards: [notAboutOneself, aboutStandingCheck, happened, consented],
    set: ({ facts, actor, input }) => ({
      checkedBy: actor.kind === 'person' ? actor.userId : null,
      holdsUntil: input.result === 'no-change' ? monthsAfter({ date: facts.on, months: facts.recheckMonths }) : null,
    }),
    effects: [({ work, facts }) => emit({ work, event: vettingChanged({ volunteerId: facts.volunteerId }) })],
  },
  editable: {},
  transitions: {},
})
