import { allowed, refused } from '../../core/errors/refusal.ts'
import { defineWorkflow, type Guard, type RecordData } from '../../core/workflow/workflow.ts'
import { isCommittee } from '../people/roles.ts'

type PageGuard = Guard<RecordData>

const committee: PageGuard = (_page, { actor }) =>
  isCommittee(actor)
    ? allowed
    : refused({ rule: 'GUI-1', reason: 'The committee writes the guidance.', nextStep: 'Ask a committee member.' })

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
