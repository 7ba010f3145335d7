import { speakDate } from '../../../core/clock/londonDates.ts'
import { defineCollection } from '../../../core/access/defineCollection.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { declarationHolds, enteredByAnother } from './declarationRules.ts'
import { APPLICATION } from './fields.ts'

/** Whether somebody declares anything that bears on work with children. */
export const DECLARES = {
  nothing: 'Nothing to declare',
  something: 'Something to declare',
} as const

const asItMustBe: StoringRule = async ({ work, after }) => {
  const decision = declarationHolds({ declaration: after, today: londonDate(work.now) })
  if (!decision.allowed || work.actor.kind !== 'person') return decision
  const [own] = await work.query(
    'select 1 from users u left join applications a on a.id = $2 left join volunteers v on v.id = $3 where u.id = $1 and (v.user_id = u.id or lower(a.email) = lower(u.email))',
    [work.actor.userId, after.application ?? null, after.volunteer ?? null],
  )
  return enteredByAnother({ isAboutActor: own !== undefined })
}

/**
 * What somebody declares of themselves before they work with children. Never changed; read by the co-ordinator and
 * committee alone [VOL-6].
 */
export const selfDeclarations = defineCollection({
  slug: 'self-declarations',
  labels: { singular: 'Self-declaration', plural: 'Self-declarations' },
  nature: { final: 'once-stored', sensitive: true, about: ['application', 'volunteer'], kept: 'with-the-person' },
  title: { from: 'declaredOn', words: ({ from }) => `Declared on ${speakDate(from)}` },
  defaultColumns: ['application', 'volunteer', 'declares', 'declaredOn'],
  description: 'Enter here one that was made on paper. It cannot be changed afterwards.',
  access: { read: isCaseworker, create: isCaseworker },
  mayStore: asItMustBe,
  fields: [
    related({
      name: 'application',
      label: 'Application',
      to: 'applications',
      description: 'For somebody who applies.',
    }),
    related({
      name: 'volunteer',
      label: 'Volunteer',
      to: 'volunteers',
      description: 'For somebody who is a volunteer already.',
    }),
    {
      name: 'declares',
      label: 'They declare',
      type: 'select',
      required: true,
      options: Object.entries(DECLARES).map(([value, label]) => ({ value, label })),
    },
    { name: 'words', label: 'In their words', ...APPLICATION.declared.field },
    calendarDate({ name: 'declaredOn', kind: 'happened', label: 'Declared on', required: true }),
  ],
})
