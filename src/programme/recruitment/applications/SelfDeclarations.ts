import { defineCollection } from '../../../core/access/defineCollection.ts'
import type { StoringRule } from '../../../core/access/storing.ts'
import { londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused } from '../../../core/errors/refusal.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { APPLICATION } from './fields.ts'

/** Whether somebody declares anything that bears on work with children. */
export const DECLARES = {
  nothing: 'Nothing to declare',
  something: 'Something to declare',
} as const

const asItMustBe: StoringRule = async ({ work, after }) => {
  if (Boolean(after.application) === Boolean(after.volunteer))
    return refused({
      rule: 'VOL-6',
      reason: 'A self-declaration belongs to one application, or to one volunteer.',
      nextStep: 'Choose one of the two.',
    })
  if (after.declares === 'something' && !String(after.words ?? '').trim())
    return refused({
      rule: 'VOL-6',
      reason: 'Say what is declared, or that they would rather speak about it.',
      nextStep: 'Fill in the words.',
    })
  if (String(after.declaredOn) > londonDate(work.now))
    return refused({
      rule: 'VOL-6',
      reason: 'A self-declaration is made today or was made earlier.',
      nextStep: 'Check the date.',
    })
  if (work.actor.kind !== 'person') return allowed
  const [own] = await work.query(
    'select 1 from users u left join applications a on a.id = $2 left join volunteers v on v.id = $3 where u.id = $1 and (v.user_id = u.id or lower(a.email) = lower(u.email))',
    [work.actor.userId, after.application ?? null, after.volunteer ?? null],
  )
  return own
    ? refused({
        rule: 'ORG-1',
        reason: 'This declaration is about you, so somebody else must enter it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed
}

/**
 * What somebody declares of themselves before they work with children. Never changed; read by the co-ordinator and
 * committee alone [VOL-6].
 */
export const selfDeclarations = defineCollection({
  slug: 'self-declarations',
  labels: { singular: 'Self-declaration', plural: 'Self-declarations' },
  nature: { final: 'once-stored', sensitive: true, about: ['application', 'volunteer'], kept: 'with-the-person' },
  useAsTitle: 'declaredOn',
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
    calendarDate({ name: 'declaredOn', label: 'Declared on', required: true }),
  ],
})
