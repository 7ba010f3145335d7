import { createHash } from 'node:crypto'
import type { Query } from '../../../core/database/query.ts'
import { renderPdf } from '../../../core/documents/pdf.ts'
import { consentCopiesOf } from './copies.ts'
import type { ConsentCopy } from './copyFacts.ts'
import { printedCopy } from './printedCopy.ts'

/**
 * Makes the file of a copy, from its rows alone: the same bytes each time. Its number (SHA-256) is kept when it is a
 * new one, so that the file can be known again [CON-7].
 */
export const makeCopyFile = async ({
  query,
  copy,
}: {
  query: Query
  copy: ConsentCopy
}): Promise<{ bytes: Buffer; digest: string }> => {
  const bytes = await renderPdf(printedCopy(copy))
  const digest = createHash('sha256').update(bytes).digest('hex')
  await query('insert into consent_copy_files (digest, copy_id) values ($1, $2) on conflict do nothing', [
    digest,
    copy.id,
  ])
  return { bytes, digest }
}

/**
 * Makes the file of the newest copy of a request where none was made yet. Throws when it cannot be made or its number
 * not kept.
 */
export const makeNewestCopy = async ({ query, requestId }: { query: Query; requestId: string }): Promise<void> => {
  const [newest] = await consentCopiesOf({ query, requestId })
  if (newest && newest.digest === null) await makeCopyFile({ query, copy: newest })
}
