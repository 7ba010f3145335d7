import type { Work } from '../../../core/access/work.ts'
import type { Query } from '../../../core/database/query.ts'
import { readSettings } from '../../../core/settings/settings.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { isFormLanguage } from '../../people/formLanguages.ts'
import { childName } from '../../people/names.ts'
import type { ConsentCopy, CopiedAction, CopyFacts } from './copyFacts.ts'
import type { LinkCheck } from '../asking/linkChecks.ts'

/**
 * Keeps what was just answered as its copy prints it, in the caller's transaction, after the answers are stored
 * [CON-3]. The file itself is made later: nobody's yes or no waits for it [CON-7].
 */
export const keepConsentCopy = async ({
  work: { query, now },
  record,
  childId,
  guardianId,
  action,
  checkedBy,
}: {
  work: Work
  record: RecordData
  childId: string
  guardianId: string
  action: CopiedAction
  checkedBy: LinkCheck | undefined
}): Promise<void> => {
  const [family] = await query<{ childName: string; email: string | null; themselves: boolean }>(
    `select ${childName.inFull('c')} as "childName", nullif(g.email, '') as email, g.themselves_id is not null as themselves from children c, guardians g where c.id = $1 and g.id = $2`,
    [childId, guardianId],
  )
  const answers = await query<CopyFacts['answers'][number]>(
    `select distinct on (item) item::text as item, answer::text as answer, decided_on as "decidedOn", valid_until as until from consents
     where child_id = $1 and guardian_id = $2 order by item, decided_on desc, created_at desc, id desc`,
    [childId, guardianId],
  )
  const isSigned = action === 'sign' || action === 'change' || action === 'agreeOne' || action === 'keepCapture'
  const method = action === 'keepCapture' ? (record.answeredBy as 'paper' | 'telephone') : 'link'
  const { charityName, accent } = await readSettings({ query })
  const facts: CopyFacts = {
    charityName,
    accent,
    childName: family?.childName ?? '',
    themselves: family?.themselves ?? false,
    at: action === 'withdrawOne' ? now.toISOString() : new Date(String(record.answeredAt)).toISOString(),
    method,
    linkSentTo: method === 'link' ? (family?.email ?? null) : null,
    ...(method === 'link' && checkedBy !== undefined ? { checkedBy } : {}),
    signedName: isSigned ? String(record.signedName) : null,
    signedRelationship: isSigned ? String(record.signedRelationship) : null,
    wording: String(record.wording ?? ''),
    ...(isFormLanguage(record.wordingLanguage) ? { wordingLanguage: record.wordingLanguage } : {}),
    wordingDigest: String(record.wordingDigest ?? ''),
    answers,
  }
  await query('insert into consent_copies (request_id, action, facts) values ($1, $2, $3)', [
    record.id,
    action,
    JSON.stringify(facts),
  ])
}

/** Every copy of what was answered under one request, the newest first [CON-7]. */
export const consentCopiesOf = ({ query, requestId }: { query: Query; requestId: string }): Promise<ConsentCopy[]> =>
  query<ConsentCopy>(
    `select k.id, k.action, k.facts, json_build_object('sequence', e.sequence::text, 'hash', e.hash) as position, f.digest
     from consent_copies k
     join lateral (select sequence, hash from audit_events where record_collection = 'consent-requests' and record_id = k.request_id::text and action = k.action and created_at = k.created_at order by sequence limit 1) e on true
     left join lateral (select digest from consent_copy_files where copy_id = k.id limit 1) f on true
     where k.request_id = $1 order by k.created_at desc, k.id desc`,
    [requestId],
  )

/** Whether a number is that of a file which we made as a copy. Nothing else can be asked of it. */
export const isNumberOfCopy = async ({ query, digest }: { query: Query; digest: string }): Promise<boolean> =>
  (await query('select from consent_copy_files where digest = $1', [digest])).length > 0
