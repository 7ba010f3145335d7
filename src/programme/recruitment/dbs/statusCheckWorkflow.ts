import { monthsAfter } from '../../../core/clock/londonDates.ts'
import { emit } from '../../../core/workflow/events.ts'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { caseworker, notAboutOneself } from '../rules.ts'
import { dbsCheckFacts } from './checkFacts.ts'
import { readVolunteerSettings } from '../settings.ts'
import { vettingChanged } from '../../people/events.ts'
import { consented, type StatusFacts, aboutStandingCheck, happened } from './rules.ts'

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
