import { mayBeWrittenTo } from '../people/contactRules.ts'

/**
 * Whether a parent or carer decides for a child, as a condition in SQL: of its family, with parental responsibility, and not one whom
 * nobody may contact [CON-8]. What is given is SQL: their ids.
 */
export const decides = ({ guardian, child }: { guardian: string; child: string }): string =>
  `exists (select from guardians g join children c on c.family_id = g.family_id where g.id = ${guardian} and c.id = ${child} and ${mayBeWrittenTo('g')} and coalesce(g.parental_responsibility, false))`
