import { asUser } from '../../core/access/localApi.ts'
import type { Work } from '../../core/access/work.ts'
import type { CalendarDate } from '../../core/clock/londonDates.ts'
import type { Query } from '../../core/database/query.ts'
import { isFoundIn, sought } from '../../core/search/sought.ts'
import { mayBeSameChild } from '../people/children/likeness.ts'
import { readAgeAndYear } from './ageAndYear.ts'
import type { Words } from './columns.ts'
import { nameKey, similarNames } from './names.ts'

/** A row of the list that waits for a child's record. */
export type EntryToFill = { id: string; words: Words; bornOn: CalendarDate | undefined }

/** A child whom a row may be about: the same name, or one spelt nearly alike. */
export type LikelyChild = {
  id: string
  name: string
  bornOn: CalendarDate | null
  familyName: string
  isSameName: boolean
}

/**
 * The row, with the birth date that its words hold; undefined when it is not there, is complete already, or was taken
 * off. `on` is the day on which it is read. The caller's right to it was asked.
 */
export const entryToFill = async ({
  query,
  id,
  on,
}: {
  query: Query
  id: string
  on: CalendarDate
}): Promise<EntryToFill | undefined> => {
  const [row] = await query<Record<keyof Words, string | null>>(
    `select name, age_given as "ageGiven", reason, mentor_given as "mentorGiven", goals, comment from working_list_entries where id = $1 and child_id is null and status = 'listed'`,
    [id],
  )
  if (!row) return undefined
  const words = Object.fromEntries(Object.entries(row).map(([key, word]) => [key, word ?? ''])) as Words
  const age = readAgeAndYear({ words: words.ageGiven, on })
  return { id, words, bornOn: 'read' in age ? age.read.bornOn : undefined }
}

/**
 * Children without a row of their own who may be the row's by the likeness that every door asks, or whose name is spelt
 * nearly alike, the same names first; those whose name holds `find`, where somebody looks for one. Ten at most.
 */
export const likelyChildren = async ({
  query,
  name,
  bornOn,
  find = '',
}: {
  query: Query
  name: string
  bornOn?: CalendarDate | undefined
  find?: string
}): Promise<LikelyChild[]> => {
  const free = await query<Omit<LikelyChild, 'isSameName'> & { knownAs: string | null }>(
    `select c.id, c.name, c.known_as as "knownAs", c.born_on as "bornOn", f.name as "familyName" from children c join families f on f.id = c.family_id
     where c.merged_into_id is null and not exists (select from working_list_entries e where e.child_id = c.id and e.status = 'listed') order by c.name, c.id`,
  )
  const plain = nameKey(name)
  const like = similarNames([name])
  return free
    .map(({ knownAs, ...child }) => ({ ...child, knownAs, isSameName: nameKey(child.name) === plain }))
    .filter(
      (child) =>
        child.isSameName ||
        mayBeSameChild({ name, bornOn }, child) ||
        like(child.name) !== undefined ||
        (sought(find).length > 0 && isFoundIn({ asked: find, said: `${child.name} ${child.knownAs ?? ''}` })),
    )
    .sort((left, right) => Number(right.isSameName) - Number(left.isSameName))
    .slice(0, 10)
    .map(({ id, name: spelt, bornOn: born, familyName, isSameName }) => ({
      id,
      name: spelt,
      bornOn: born,
      familyName,
      isSameName,
    }))
}

/** Families of a name, to choose from. Ten at most. */
export const likelyFamilies = ({
  query,
  name,
}: {
  query: Query
  name: string
}): Promise<Array<{ id: string; name: string }>> => {
  const last = nameKey(name).split(' ').at(-1) ?? ''
  return query(
    'select id, name from families where found_by like $1 and folded(name) like $1 order by name, id limit 10',
    [`%${last}%`],
  )
}

/** Says which child a row is about. The rules of the list are asked as for any edit. */
export const linkEntry = async ({ work, id, child }: { work: Work; id: string; child: string }): Promise<void> => {
  await asUser(work).update({ collection: 'working-list-entries', id, data: { child } })
}

/**
 * What a child's record is made of: the family chosen, or a new one of that name; the membership of the club where it
 * is known since when; and, where a child like this one is on record, why this is another.
 */
export type NewChild = {
  name: string
  bornOn: CalendarDate
  family: { id: string } | { name: string }
  memberSince?: CalendarDate
  anotherChildBecause?: string
}

/**
 * Makes the child's record for a row, with family and membership, and links the row to it; in the caller's transaction.
 */
export const makeChildFor = async ({
  work,
  id,
  child: { name, bornOn, family, memberSince, anotherChildBecause },
}: {
  work: Work
  id: string
  child: NewChild
}): Promise<void> => {
  const door = asUser(work)
  const familyId =
    'id' in family ? family.id : (await door.create({ collection: 'families', data: { name: family.name } })).id
  const { id: child } = await door.create({
    collection: 'children',
    data: { name, bornOn, family: familyId, anotherChildBecause },
  })
  if (memberSince) await door.create({ collection: 'memberships', data: { child, since: memberSince } })
  await linkEntry({ work, id, child })
}
