import { richTextOf } from '../core/richText/plainText.ts'
import { STARTING_PAGES } from '../programme/guidance/starting/startingPages.ts'
import { idOf } from './identity.ts'
import type { SampleRows } from './rows.ts'

/** The guidance pages, published. */
export const guidanceRows = ({ stamp }: { stamp: Record<string, unknown> }): SampleRows => ({
  collection: 'guidance-pages',
  rows: STARTING_PAGES.map(({ title, address, text }, index) => ({
    id: idOf('guidance page', address),
    title,
    address,
    place: 10 * (index + 1),
    text: richTextOf(text),
    status: 'published',
    ...stamp,
  })),
})
