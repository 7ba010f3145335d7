import { asSystem } from '../../../core/access/localApi.ts'
import { performAction } from '../../../core/workflow/perform.ts'
import type { Work } from '../../../core/access/work.ts'
import type { RecordData } from '../../../core/workflow/workflow.ts'
import { CONSENT_ITEMS } from '../rules.ts'
import { consentRequestWorkflow } from './workflow.ts'
import { hasFormFor } from '../wording/wordingInForce.ts'

/**
 * What was said on paper or by telephone stands under the parent's own link too, as if they had used it: they get a
 * copy, and change their mind there [CON-4, CON-7]. Where we have no email address for them there is no link, and the
 * answers stand without.
 */
export const keepUnderLink = async ({
  work,
  record,
  facts: { childId, guardianId, answers },
}: {
  work: Work
  record: RecordData
  facts: { childId: string; guardianId: string; answers: Readonly<Record<string, 'yes' | 'no'>> }
}): Promise<void> => {
  const itself: Work = {
    ...work,
    actor: { kind: 'system', reason: 'what was said on paper or by telephone is kept under the link' },
  }
  const [found] = await work.query<{
    id: string | null
    isOpen: boolean
    mayBeSentALink: boolean
    birthdayKnown: boolean
  }>(
    `select (select id from consent_requests where child_id = $1 and guardian_id = $2 and status in ('open', 'signed', 'declined')) as id,
       exists (select from consent_requests where child_id = $1 and guardian_id = $2 and status = 'open') as "isOpen",
       exists (select from guardians g where g.id = $2 and coalesce(g.email, '') <> '' and ${hasFormFor('g')}) as "mayBeSentALink", exists (select from children where id = $1 and born_on is not null) as "birthdayKnown"`,
    [childId, guardianId],
  )
  if (!found?.id && !(found?.mayBeSentALink && found.birthdayKnown)) return
  // A word to some points alone is no answer to the form: who was asked for all of it stays asked.
  if ((!found.id || found.isOpen) && Object.keys(answers).length < Object.keys(CONSENT_ITEMS).length) return
  const id =
    found.id ??
    (
      await asSystem(itself, { reason: 'a copy of what was said' }).create({
        collection: 'consent-requests',
        data: { child: childId, guardian: guardianId },
      })
    ).id
  await performAction({
    work: itself,
    workflow: consentRequestWorkflow,
    id,
    action: 'keepCapture',
    input: {
      name: record.signedName,
      relationship: record.signedRelationship,
      method: record.method,
      wording: record.wording,
      wordingVersion: record.wordingVersion ?? null,
      wordingLanguage: record.wordingLanguage ?? null,
      at: new Date(String(record.createdAt)).toISOString(),
    },
  })
}
