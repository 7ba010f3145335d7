import type { AccessRule } from '../../../core/access/defineCollection.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { workOf } from '../../../core/access/work.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { answerWorkflow } from './answerWorkflow.ts'
import { REFERENCE } from './fields.ts'
import { referencesAbout } from './queries.ts'
import { CAPACITIES } from './rules.ts'

/** The co-ordinator and the committee, but nobody what was said of themselves. */
const caseworkersButNotAboutThemselves: AccessRule = async (actor, req) => {
  if (!isCaseworker(actor) || actor.kind !== 'person') return false
  const about = await referencesAbout({ query: workOf(req).query, userId: actor.userId })
  return about.length === 0 ? true : { reference: { not_in: about } }
}

/**
 * What a referee said, by their link or by telephone. Kept as it was given; never shown to the person it is about
 * [VOL-6].
 */
export const referenceAnswers = defineCollection({
  slug: 'reference-answers',
  labels: { singular: 'Referee’s answer', plural: 'Referees’ answers' },
  nature: { final: 'in-some-states', sensitive: true, about: ['reference'], kept: 'with-the-person' },
  title: { from: 'reference.refereeName', needs: [], words: ({ from }) => `${from} said` },
  defaultColumns: ['reference', 'method', 'worry', 'heldOn', 'status'],
  description: 'Enter here what a referee said by telephone. A second person then rings or asks, and confirms it.',
  access: { read: caseworkersButNotAboutThemselves, create: isCaseworker },
  workflow: answerWorkflow,
  fields: [
    related({ name: 'reference', label: 'Reference', to: 'volunteer-references', required: true }),
    {
      name: 'method',
      label: 'How it came',
      type: 'select',
      required: true,
      defaultValue: 'telephone',
      options: [
        { value: 'link', label: 'By the referee’s own link' },
        { value: 'telephone', label: 'By telephone' },
      ],
    },
    calendarDate({
      name: 'spokenOn',
      kind: 'happened',
      label: 'Spoken to on',
      description: 'For a reference by telephone.',
    }),
    { name: 'knownFor', label: 'How long they have known them', ...REFERENCE.knownFor.field, required: true },
    {
      name: 'capacity',
      label: 'In what capacity',
      type: 'select',
      required: true,
      options: Object.entries(CAPACITIES).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'suitability',
      label: 'Whether they are suited to work with children',
      ...REFERENCE.suitability.field,
      required: true,
    },
    {
      name: 'worry',
      label: 'Any worry',
      type: 'select',
      required: true,
      options: [
        { value: 'no', label: 'No' },
        { value: 'yes', label: 'Yes: ring them' },
      ],
    },
    { name: 'worryWords', label: 'The worry, in their words', ...REFERENCE.worryWords.field },
    engineOnly(related({ name: 'takenBy', label: 'Taken by', to: 'users' })),
    engineOnly(related({ name: 'confirmedBy', label: 'Confirmed by', to: 'users' })),
    engineOnly(calendarDate({ name: 'heldOn', label: 'Held since' })),
    engineOnly({ name: 'setAsideReason', label: 'Why it was set aside', ...REFERENCE.setAsideReason.field }),
  ],
})
