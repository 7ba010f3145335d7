import { createHash } from 'node:crypto'
import { asUser } from '../../../core/access/localApi.ts'
import type { Work } from '../../../core/access/work.ts'
import { recordEvent, recordReads } from '../../../core/audit/record.ts'
import { isUuid, lockRecords } from '../../../core/database/locks.ts'
import { forbiddenError, refusalError } from '../../../core/errors/problems.ts'
import type { FileKind } from '../../../core/files/fileKinds.ts'
import { readApart } from '../../../core/files/readApart.ts'
import { childName } from '../../people/names.ts'
import { isCaseworker } from '../../people/roles.ts'
import { LARGEST_BROUGHT, mayKeepScan, notToBeRead } from './scanRules.ts'

/** A scan as it is listed: what it is, the number by which it is known again, who added it and when. */
export type ConsentScan = {
  id: string
  kind: FileKind
  size: number
  digest: string
  addedBy: string | null
  addedAt: Date
}

/**
 * What was entered from paper, with its scans; for the co-ordinator and committee alone, who read it through the
 * collection. Records the read.
 */
export const captureWithScans = async ({
  work,
  captureId,
}: {
  work: Work
  captureId: string
}): Promise<{ childName: string; guardianName: string; method: string; scans: ConsentScan[] }> => {
  await readCapture({ work, captureId })
  const [names] = await work.query<{ childName: string; guardianName: string; method: string }>(
    `select ${childName.inFull('c')} as "childName", g.name as "guardianName", k.method::text as method from consent_captures k join children c on c.id = k.child_id join guardians g on g.id = k.guardian_id where k.id = $1`,
    [captureId],
  )
  const scans = await work.query<ConsentScan>(
    'select s.id, s.media_type as kind, octet_length(s.bytes) as size, s.digest, u.name as "addedBy", s.added_at as "addedAt" from consent_scans s left join users u on u.id = s.added_by where s.capture_id = $1 order by s.added_at, s.id',
    [captureId],
  )
  return {
    childName: names?.childName ?? '',
    guardianName: names?.guardianName ?? '',
    method: names?.method ?? '',
    scans,
  }
}

/** A scan that was looked at: what it is, undefined for no kind that is kept, and the bytes that would be. */
export type LookedAtScan = { kind: FileKind | undefined; bytes: Buffer }

/**
 * Looks at a file that is to be kept as a scan, apart, and takes out what a camera wrote into it: the place above all
 * [CON-1]. Before the transaction, since it can take seconds. Throws the refusal of CON-1 for what is damaged, locked
 * or does more than show pages.
 */
export const lookAtScan = async ({ bytes, by }: { bytes: Buffer; by: string }): Promise<LookedAtScan> => {
  if (bytes.byteLength > LARGEST_BROUGHT) return { kind: undefined, bytes }
  const outcome = await readApart({
    reading: 'file',
    given: { bytes },
    by,
    seconds: 10,
    tooMuch: {
      reason: 'We stopped reading this file: it takes far more room than a scan.',
      nextStep: 'Scan the form again at 300 dpi, or photograph it, and choose that file.',
    },
  })
  if ('unreadable' in outcome) throw refusalError(notToBeRead(outcome.unreadable))
  return outcome.read ? { kind: outcome.read.kind, bytes: Buffer.from(outcome.read.bytes) } : { kind: undefined, bytes }
}

/**
 * Keeps a scan with what was entered from paper, for good, with the number of its bytes; the same file twice is one.
 * Needs a transaction. Throws the refusal of CON-1, forbidden, or not found.
 */
export const keepScan = async ({
  work,
  captureId,
  scan: { kind, bytes },
}: {
  work: Work
  captureId: string
  scan: LookedAtScan
}): Promise<{ digest: string }> => {
  const capture = await readCapture({ work, captureId })
  await lockRecords({ req: work.req, targets: [{ collection: 'consent-captures', id: captureId }] })
  const digest = createHash('sha256').update(bytes).digest('hex')
  const there = await work.query<{ digest: string }>('select digest from consent_scans where capture_id = $1', [
    captureId,
  ])
  if (there.some((scan) => scan.digest === digest)) return { digest }
  const decision = mayKeepScan({ method: String(capture.method), kind, size: bytes.byteLength, already: there.length })
  if (!decision.allowed) throw refusalError(decision)
  const [scan] = await work.query<{ id: string }>(
    'insert into consent_scans (capture_id, media_type, bytes, digest, added_by, added_at) values ($1, $2, $3, $4, $5, $6) returning id',
    [captureId, kind, bytes, digest, work.actor.kind === 'person' ? work.actor.userId : null, work.now.toISOString()],
  )
  await recordEvent({
    work,
    event: {
      action: 'add-scan',
      collection: 'consent-captures',
      recordId: captureId,
      detail: { scan: scan?.id, digest, size: bytes.byteLength, mediaType: kind },
    },
  })
  return { digest }
}

/**
 * The file of one scan; undefined where there is none. For those who read what was entered; the read is recorded before
 * anything is given.
 */
export const scanFile = async ({
  work,
  captureId,
  scanId,
}: {
  work: Work
  captureId: string
  scanId: string
}): Promise<{ kind: FileKind; bytes: Buffer; digest: string } | undefined> => {
  const capture = await readCapture({ work, captureId })
  if (!isUuid(scanId)) return undefined
  const [scan] = await work.query<{ kind: FileKind; bytes: Buffer; digest: string }>(
    'select media_type as kind, bytes, digest from consent_scans where id = $1 and capture_id = $2',
    [scanId, captureId],
  )
  if (scan) await recordReads({ work, collection: 'children', ids: [String(capture.child)] })
  return scan
}

/**
 * Through the collection's own door, so that whoever may not read the record reads no scan of it; which also records
 * the read [DAT-1].
 */
const readCapture = async ({ work, captureId }: { work: Work; captureId: string }) => {
  if (!isCaseworker(work.actor)) throw forbiddenError()
  return asUser(work).findById({ collection: 'consent-captures', id: captureId })
}
