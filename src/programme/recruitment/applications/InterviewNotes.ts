import type { AccessRule } from '../../../core/access/defineCollection.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { workOf } from '../../../core/access/work.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { APPLICATION } from './fields.ts'
import { applicationsOf } from './queries.ts'

/** The co-ordinator and the committee, but nobody the notes of their own interview. */
const caseworkersButNotOwn: AccessRule = async (actor, req) => {
  if (!isCaseworker(actor) || actor.kind !== 'person') return false
  const own = await applicationsOf({ query: workOf(req).query, userId: actor.userId })
  return own.length === 0 ? true : { application: { not_in: own } }
}

/** What the committee noted in an interview. Written with its outcome, and never changed [VOL-1]. */
export const interviewNotes = defineCollection({
  slug: 'interview-notes',
  labels: { singular: 'Interview notes', plural: 'Interview notes' },
  nature: { final: 'once-stored', sensitive: true, about: ['application'], kept: 'with-the-person' },
  title: { from: 'application.name', words: ({ from }) => `Interview with ${from}` },
  access: { read: caseworkersButNotOwn },
  fields: [
    related({ name: 'application', label: 'Application', to: 'applications', required: true }),
    { name: 'words', label: 'Notes', ...APPLICATION.interviewNotes.field, required: true },
    related({ name: 'writtenBy', label: 'Written by', to: 'users' }),
  ],
})
