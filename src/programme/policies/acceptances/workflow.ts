import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { acceptanceStatement } from './statement.ts'
import { textDigest } from '../versions/textDigest.ts'
import {
  forOneself,
  adoptedVersion,
  textAsShown,
  acceptedOnce,
  signed,
  provenLately,
  type AcceptanceFacts,
} from './rules.ts'

/** An acceptance is one person's, of one exact text, and final [POL-4]. */
export const acceptanceWorkflow = defineWorkflow<AcceptanceFacts, 'accepted'>('policy-acceptances', {
  noun: 'acceptance',
  states: { accepted: 'Accepted' },
  initial: 'accepted',
  locks: [{ field: 'version', collection: 'policy-versions' }],
  facts: async ({ work, record }) => {
    const [version] = await work.query<{ status: string; text: unknown; number: string; title: string }>(
      'select v.status::text as status, v.text, v.number, p.title from policy_versions v join policies p on p.id = v.policy_id where v.id = $1',
      [record.version],
    )
    const [earlier] = await work.query('select 1 from policy_acceptances where version_id = $1 and user_id = $2', [
      record.version,
      record.user,
    ])
    return {
      userId: String(record.user),
      isAdopted: version?.status === 'adopted',
      digest: version && textDigest(version.text),
      shownDigest: String(record.textDigest ?? ''),
      alreadyAccepted: earlier !== undefined,
      typedName: String(record.typedName ?? ''),
      statement: version ? acceptanceStatement(version) : '',
    }
  },
  create: {
    label: 'Accept',
    by: [forOneself],
    guards: [adoptedVersion, textAsShown, acceptedOnce, signed, provenLately],
    set: ({ now, facts }) => ({ acceptedAt: now.toISOString(), statement: facts.statement }),
  },
  editable: {},
  transitions: {},
})
