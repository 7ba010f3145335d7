import type { Work } from '../../../core/access/work.ts'
import type { Refused } from '../../../core/errors/refusal.ts'
import { FORM_LANGUAGES, isFormLanguage } from '../../people/formLanguages.ts'
import { isCommittee, isTrustee } from '../../people/roles.ts'
import { translationWorkflow } from './workflow.ts'

/**
 * The consent wording in another language, entered and not adopted. `waiting`: how many parents and carers read that
 * language, and so cannot be sent the form.
 */
export type TranslationToAdopt = {
  id: string
  language: string
  number: string
  translatedBy: string | null
  waiting: number
  isTheirs: boolean
  blockers: Refused[]
}

/** Those of versions that hold or are on their way, the oldest first: for committee and trustees [CON-3, POL-3]. */
export const translationsToAdopt = async ({
  work,
  limit,
}: {
  work: Work
  limit: number
}): Promise<TranslationToAdopt[]> => {
  if (!isCommittee(work.actor) && !isTrustee(work.actor)) return []
  const rows = await work.query<{
    id: string
    status: string
    version: string
    language: string
    text: unknown
    author: string | null
    number: string
    translatedBy: string | null
    waiting: number
  }>(
    `select t.id, t.status::text as status, t.version_id as version, t.language::text as language, t.text, t.author_id as author, v.number, nullif(t.translated_by, '') as "translatedBy",
       (select count(*)::int from guardians g where g.form_language::text = t.language::text) as waiting
     from policy_translations t join policy_versions v on v.id = t.version_id where t.status = 'draft' and v.status <> 'superseded' order by t.created_at, t.id limit $1`,
    [limit],
  )
  const obstacles = await translationWorkflow.obstacles({ work, records: rows, action: 'adopt' })
  return rows.map(({ id, language, number, translatedBy, waiting }, index) => ({
    id,
    language: isFormLanguage(language) ? FORM_LANGUAGES[language] : language,
    number,
    translatedBy,
    waiting,
    isTheirs: obstacles[index]?.isTheirs ?? false,
    blockers: obstacles[index]?.blockers ?? [],
  }))
}
