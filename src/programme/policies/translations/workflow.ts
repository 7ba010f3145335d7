import { londonDate } from '../../../core/clock/londonDates.ts'
import { defineWorkflow } from '../../../core/workflow/workflow.ts'
import { readConsentWording } from '../consentWording.ts'
import { textDigest } from '../versions/textDigest.ts'
import { wordsOfText } from '../../../core/richText/nodes.ts'
import { writersOf } from '../writers.ts'
import {
  committee,
  ofConsentWording,
  onlyOne,
  laidOut,
  filledIn,
  notTheWriter,
  type TranslationFacts,
  userIdOf,
  committeeOrTrustee,
} from './rules.ts'

/**
 * The words of a version in another language are written by some and adopted by somebody who wrote none of them; then
 * they never change [CON-3, POL-3].
 */
export const translationWorkflow = defineWorkflow<TranslationFacts, 'draft' | 'adopted'>('policy-translations', {
  noun: 'translation',
  states: { draft: 'Draft', adopted: 'Adopted' },
  initial: 'draft',
  locks: [{ field: 'version', collection: 'policy-versions' }],
  facts: async ({ work: { query }, record }) => {
    const id = record.id ?? null
    const [version] = await query<{ kind: string; status: string }>(
      'select p.kind::text as kind, v.status::text as status from policy_versions v join policies p on p.id = v.policy_id where v.id = $1',
      [record.version],
    )
    const [taken] = await query(
      'select 1 from policy_translations where version_id = $1 and language::text = $2 and id is distinct from $3',
      [record.version, record.language, id],
    )
    const read = readConsentWording({ text: record.text, isEnglish: false })
    return {
      kind: version?.kind ?? null,
      versionStatus: version?.status ?? null,
      language: record.language,
      isTaken: taken !== undefined,
      words: wordsOfText(record.text),
      problem: 'problem' in read ? read.problem : null,
      digest: textDigest(record.text ?? null),
      writerIds: await writersOf({ query, collection: 'policy-translations', id, author: record.author }),
    }
  },
  create: {
    label: 'Start a translation',
    by: [committee],
    guards: [ofConsentWording, onlyOne],
    set: ({ actor }) => ({ author: userIdOf(actor) ?? null }),
  },
  editable: { draft: ['text', 'translatedBy'] },
  transitions: {
    adopt: {
      label: 'Adopt these words',
      from: ['draft'],
      to: 'adopted',
      by: [committeeOrTrustee],
      guards: [notTheWriter, ofConsentWording, filledIn, laidOut],
      set: ({ actor, now, facts }) => ({
        adoptedOn: londonDate(now),
        adoptedByUser: userIdOf(actor) ?? null,
        textDigest: facts.digest,
      }),
      grave: true,
    },
  },
})
