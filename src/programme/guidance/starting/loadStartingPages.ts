import { asSystem } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { richTextOf } from '../../../core/richText/plainText.ts'
import { STARTING_PAGES } from './startingPages.ts'

/**
 * Puts a draft of each page to start from, in one transaction; a page at the same address is left alone. Only ever
 * because somebody asked for it. Needs a transaction. Gives the titles of what was added.
 */
export const loadStartingPages = async (work: Work): Promise<string[]> => {
  const door = asSystem(work, { reason: 'somebody asked for the pages to start from' })
  // Whoever asks for it at the same moment waits, and then finds everything there.
  await work.query('select pg_advisory_xact_lock(hashtext($1))', ['guidance.starting-pages'])
  const added: string[] = []
  for (const [index, { title, address, text }] of STARTING_PAGES.entries()) {
    const [there] = await work.query('select 1 from guidance_pages where address = $1', [address])
    if (there) continue
    await door.create({
      collection: 'guidance-pages',
      data: { title, address, place: 10 * (index + 1), text: richTextOf(text) },
    })
    added.push(title)
  }
  if (added.length > 0)
    await recordEvent({
      work,
      event: { action: 'load-starting-pages', collection: 'guidance-pages', recordId: null, detail: { added } },
    })
  return added
}
