import { z } from 'zod'
import { londonDate } from '../../core/clock/londonDates.ts'
import { defineWorkflow } from '../../core/workflow/workflow.ts'
import { REMOVED_HOW } from './fields.ts'
import { caseworker } from './rules.ts'

const EDITABLE = ['what', 'remedy', 'remedyWords'] as const

/** A barrier stands until it is removed, which says how; it can come back [PLN-2]. */
export const barrierWorkflow = defineWorkflow<Record<never, never>, 'open' | 'removed'>('barriers', {
  noun: 'barrier',
  states: { open: 'In the way', removed: 'Removed' },
  initial: 'open',
  locks: [],
  facts: async () => ({}),
  create: { label: 'Name a barrier', by: [caseworker], guards: [] },
  editable: { open: EDITABLE },
  transitions: {
    remove: {
      label: 'It is removed',
      from: ['open'],
      to: 'removed',
      by: [caseworker],
      guards: [],
      input: z.object({
        how: REMOVED_HOW.asked('Say how it was removed.').meta({ title: 'How it was removed' }),
      }),
      set: ({ now, input }) => ({ removedOn: londonDate(now), removedHow: input.how }),
    },
    reopen: {
      label: 'It is back',
      from: ['removed'],
      to: 'open',
      by: [caseworker],
      guards: [],
      set: () => ({ removedOn: null, removedHow: null }),
    },
  },
})
