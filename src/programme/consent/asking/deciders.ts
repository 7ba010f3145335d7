import { mayBeWrittenTo } from '../../people/families/contactRules.ts'

/**
 * Whether a parent or carer decides for a child, as a condition in SQL: of its family, with parental responsibility (or
 * the young person themselves), and not one whom nobody may contact [CON-8]. What is given is SQL: their ids.
 */
export const decides = ({ guardian, child }: { guardian: string; child: string }): string =>
  `exists (select from guardians g join children c on c.family_id = g.family_id where g.id = ${guardian} and c.id = ${child} and ${mayBeWrittenTo('g')} and coalesce(g.parental_responsibility, false) and ${answersFor({ guardian: 'g', child: 'c' })})`

/**
 * Whether somebody is one of those who answer for a child, as a condition in SQL on the two names in the statement: the
 * parents; for a child in the care of a council whoever signs for it, and nobody else [CON-8]; or the young person
 * themselves [CON-9].
 */
export const answersFor = ({ guardian, child }: { guardian: string; child: string }): string =>
  `(case when ${guardian}.themselves_id is null then coalesce(${guardian}.for_council, false) = coalesce(${child}.in_care, false) else ${guardian}.themselves_id = ${child}.id end)`
