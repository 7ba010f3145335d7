import { defineCollection } from '../../../core/access/defineCollection.ts'
import { childField } from './childField.ts'
import { isCaseworker } from '../roles.ts'
import { areTwo, writtenDownOnce } from './siblingRules.ts'

/** How two children of different households belong together. */
export const SIBLING_KINDS = {
  full: 'Brother or sister',
  half: 'Half-brother or half-sister',
  step: 'Step-brother or step-sister',
  foster: 'Foster brother or sister',
  adopted: 'Adopted elsewhere',
} as const

/** Brothers and sisters who live in another family; those of one family belong together without it. */
export const siblingLinks = defineCollection({
  slug: 'sibling-links',
  labels: { singular: 'Brother or sister elsewhere', plural: 'Brothers and sisters elsewhere' },
  nature: { final: 'never', sensitive: true, about: ['child', 'sibling'], kept: 'with-the-person' },
  title: { from: 'child.name', also: 'sibling.name', words: ({ from, also }) => `${from} and ${also}` },
  defaultColumns: ['child', 'sibling', 'kind'],
  description: 'Children of one family are brothers and sisters already. This is for those who live in another.',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  mayStore: async ({ work, before, after }) => {
    const { child, sibling } = after
    const decision = areTwo({ child, sibling })
    // Two links that come together when records are joined may still be changed: only a pair that is new is asked
    // about.
    if (!decision.allowed || (before.child === child && before.sibling === sibling)) return decision
    const [link] = await work.query(
      'select from sibling_links where id::text is distinct from $3 and (child_id, sibling_id) in (($1, $2), ($2, $1))',
      [child, sibling, before.id ?? null],
    )
    return writtenDownOnce({ isThere: link !== undefined })
  },
  fields: [
    childField({ name: 'child', label: 'Child', required: true }),
    childField({ name: 'sibling', label: 'Brother or sister', required: true }),
    {
      name: 'kind',
      label: 'How',
      type: 'select',
      required: true,
      defaultValue: 'full',
      options: Object.entries(SIBLING_KINDS).map(([value, label]) => ({ value, label })),
    },
  ],
})
