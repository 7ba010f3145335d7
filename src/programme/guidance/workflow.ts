import { defineWorkflow, type RecordData } from '../../core/workflow/workflow.ts'
import { committee } from './rules.ts'

/** A guidance page is drafted, and published for those who volunteer; it can be taken back to a draft [GUI-1]. */
export const guidanceWorkflow = defineWorkflow<RecordData, 'draft' | 'published'>('guidance-pages', {
  noun: 'guidance page',
  states: { draft: 'Draft', published: 'Published' },
  initial: 'draft',
  locks: [],
  facts: ({ record }) => Promise.resolve(record),
  create: { label: 'Write a page', by: [committee], guards: [] },
  editable: { draft: ['title', 'address', 'place', 'text'], published: ['title', 'address', 'place', 'text'] },
  transitions: {
    publish: { label: 'Publish it', from: ['draft'], to: 'published', by: [committee], guards: [] },
    withdraw: { label: 'Take it back to a draft', from: ['published'], to: 'draft', by: [committee], guards: [] },
  },
})
