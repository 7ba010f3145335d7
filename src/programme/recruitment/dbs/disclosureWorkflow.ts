import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { caseworker, notAboutOneself } from '../rules.ts'
import { dbsCheckFacts } from './checkFacts.ts'
import { aboutStandingCheck, happened, type DbsCheckFacts } from './rules.ts'

/** That a check was shown to somebody is written down once and never changed [VOL-6]. */
export const dbsDisclosureWorkflow = defineWorkflow<DbsCheckFacts, 'recorded'>('dbs-disclosures', {
  noun: 'note on who saw a check',
  states: { recorded: 'Recorded' },
  initial: 'recorded',
  locks: [],
  facts: dbsCheckFacts('shownOn'),
  create: {
    label: 'Record',
    by: [caseworker],
    guards: [notAboutOneself, aboutStandingCheck, happened],
    set: ({ actor }) => ({ recordedBy: actor.kind === 'person' ? actor.userId : null }),
  },
  editable: {},
  transitions: {},
})
