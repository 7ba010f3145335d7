import type { PagePart } from '../../../core/house/recordPage.ts'
import { isCaseworker } from '../roles.ts'
import { contactSentence, type Reachable } from './contactRules.ts'
import { families } from './Families.ts'
import { guardians } from './Guardians.ts'

/** At the head of the page of a parent or carer: how they are reached and how not, in red where not at all [CON-8]. */
export const pageOfGuardian: PagePart = {
  of: guardians,
  load: async ({ work: { query, actor }, id }) => {
    if (!isCaseworker(actor)) return undefined
    const [row] = await query<Reachable & { children: Array<{ id: string; name: string }> }>(
      `select g.name, nullif(g.relationship, '') as relationship, g.contact_rule as "contactRule", nullif(g.contact_words, '') as "contactWords", g.preferred_way as "preferredWay",
         g.form_language as "formLanguage", nullif(g.language, '') as language, ${CHILDREN_OF_FAMILY} as children
       from guardians g where g.id = $1`,
      [id],
    )
    if (!row) return undefined
    const { children, ...reachable } = row
    const how = contactSentence(reachable)
    return {
      about: reachable.relationship === null ? [] : [reachable.relationship],
      first: how === '' ? [] : [{ words: how, isGrave: reachable.contactRule === 'none' }],
      cards: [
        {
          title: 'Children of the family',
          lines: children.map((child) => ({ record: { collection: 'children', id: child.id }, title: child.name })),
          none: 'No child of this family is on record.',
        },
      ],
      shows: children.map((child) => ({ collection: 'children', id: child.id })),
    }
  },
}

/** On a family's page: who belongs to it. */
export const pageOfFamily: PagePart = {
  of: families,
  load: async ({ work: { query, actor }, id }) => {
    if (!isCaseworker(actor)) return undefined
    const [row] = await query<{ children: Named[]; guardians: Array<Named & Reachable> }>(
      `select coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name) from children c where c.family_id = f.id and c.merged_into_id is null), '[]') as children,
         coalesce((select json_agg(json_build_object('id', g.id, 'name', g.name, 'relationship', nullif(g.relationship, ''), 'contactRule', g.contact_rule, 'contactWords', nullif(g.contact_words, ''),
           'preferredWay', g.preferred_way, 'formLanguage', g.form_language, 'language', nullif(g.language, '')) order by g.name) from guardians g where g.family_id = f.id), '[]') as guardians
       from families f where f.id = $1`,
      [id],
    )
    if (!row) return undefined
    const members = [
      ...row.children.map((child) => ({ collection: 'children', id: child.id })),
      ...row.guardians.map((guardian) => ({ collection: 'guardians', id: guardian.id })),
    ]
    return {
      first: row.guardians
        .filter(({ contactRule }) => contactRule !== 'usual')
        .map((guardian) => ({ words: contactSentence(guardian), isGrave: guardian.contactRule === 'none' })),
      cards: [
        {
          title: 'Children',
          lines: row.children.map((child) => ({ record: { collection: 'children', id: child.id }, title: child.name })),
          none: 'None is on record.',
          ways: [{ words: 'Add a child', href: '/admin/collections/children/create' }],
        },
        {
          title: 'Parents and carers',
          lines: row.guardians.map((guardian) => ({
            record: { collection: 'guardians', id: guardian.id },
            title: guardian.name,
            facts: [guardian.relationship, contactSentence(guardian)],
          })),
          none: 'None is known.',
          ways: [{ words: 'Add a parent or carer', href: '/admin/collections/guardians/create' }],
        },
      ],
      shows: members,
      tellsOf: members,
    }
  },
}

type Named = { id: string; name: string }

const CHILDREN_OF_FAMILY = `coalesce((select json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name) from children c where c.family_id = g.family_id and c.merged_into_id is null), '[]')`
