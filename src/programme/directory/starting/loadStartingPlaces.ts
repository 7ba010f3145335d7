import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { FIRST_CATEGORIES, STARTING_PLACES } from './startingPlaces.ts'

/**
 * Puts the places to begin with into the directory, in one transaction; a place of the same name is left alone. Only
 * ever because somebody asked for it. Needs a transaction. Gives the names of what was added.
 */
export const loadStartingPlaces = async (work: Work): Promise<string[]> => {
  const door = asSystem(work, { reason: 'somebody asked for the places to begin with' })
  // Whoever asks for it at the same moment waits, and then finds everything there.
  await work.query('select pg_advisory_xact_lock(hashtext($1))', ['directory.starting-places'])
  const added: string[] = []
  for (const { organisation, category, needs, howToRefer, note } of STARTING_PLACES) {
    const [there] = await work.query('select 1 from directory_entries where lower(organisation) = lower($1)', [
      organisation,
    ])
    if (there) continue
    const kind = await categoryNamed({ work, name: FIRST_CATEGORIES[category] })
    await door.create({
      collection: 'directory-entries',
      data: {
        organisation,
        category: kind,
        needs: needs.join('\n'),
        howToRefer,
        cost: 'words',
        costWords: 'To be checked',
        area: 'Andover',
        note,
      },
    })
    added.push(organisation)
  }
  if (added.length > 0)
    await recordEvent({
      work,
      event: { action: 'load-starting-places', collection: 'directory-entries', recordId: null, detail: { added } },
    })
  return added
}

/** The kind of that name; made where the charity has renamed it. */
const categoryNamed = async ({ work, name }: { work: Work; name: string }): Promise<string> => {
  const [found] = await work.query<{ id: string }>('select id from directory_categories where name = $1', [name])
  return (
    found?.id ??
    (
      await asSystem(work, { reason: 'a place to begin with needs its kind' }).create({
        collection: 'directory-categories',
        data: { name, inUse: true },
      })
    ).id
  )
}
