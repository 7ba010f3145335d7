import type { Query } from '../../../core/database/query.ts'
import { readSettings, type Settings } from '../../../core/settings/settings.ts'
import { FORM_LANGUAGES, isFormLanguage, type FormLanguage } from '../../people/formLanguages.ts'
import { COMPLETE_LANGUAGES } from '../../people/parentWords/parentWords.ts'
import { readConsentWording, type WordedForms } from '../../policies/consentWording.ts'
import { readConsentSettings } from '../settings.ts'
import { consentWording, type ConsentWording } from './wording.ts'

/** For whom a form is: what is on record of the parent or carer. */
export type FormReader = { themselves: boolean; language: string | null }

/**
 * The form as one reader gets it. `missingIn` names the language that they read, where no words are adopted in it: then
 * it is in English alone.
 */
export type WordingInForce = { wording: ConsentWording; missingIn: string | undefined }

/**
 * The consent wording that is adopted now, made into the form of one reader [CON-3]. There always is one: the first
 * comes with the software, and each ends only when the next is adopted.
 */
export const wordingInForce = async ({
  query,
  reader: { themselves, language },
  charity,
}: {
  query: Query
  reader: FormReader
  /** The charity's settings, where they are at hand. */ charity?: Pick<Settings, 'charityName'>
}): Promise<WordingInForce> => {
  const wanted = isFormLanguage(language) ? language : undefined
  const [version] = await query<{ id: string; number: string; text: unknown; translation: unknown }>(
    `select v.id, v.number, v.text, (select t.text from policy_translations t where t.version_id = v.id and t.language::text = $1 and t.status = 'adopted') as translation
     from policy_versions v join policies p on p.id = v.policy_id where p.kind = 'consent-wording' and v.status = 'adopted'`,
    [wanted ?? ''],
  )
  if (!version) throw new Error('No version of the consent wording is adopted.')
  const settings = { ...(charity ?? (await readSettings({ query }))), ...(await readConsentSettings({ query })) }
  const own = (forms: WordedForms) => (themselves ? forms.ofThemselves : forms.ofParents)
  const translated =
    wanted && version.translation
      ? { language: wanted, form: own(formsIn({ text: version.translation, isEnglish: false })) }
      : undefined
  return {
    wording: consentWording({
      versionId: version.id,
      number: version.number,
      form: own(formsIn({ text: version.text, isEnglish: true })),
      translated,
      ...settings,
    }),
    missingIn: wanted && !translated ? FORM_LANGUAGES[wanted] : undefined,
  }
}

/** The languages beside English in which the consent wording is adopted now, by their names. */
export const languagesInForce = async ({ query }: { query: Query }): Promise<FormLanguage[]> => {
  const rows = await query<{ language: string }>(
    "select t.language::text as language from policy_translations t join policy_versions v on v.id = t.version_id and v.status = 'adopted' join policies p on p.id = v.policy_id and p.kind = 'consent-wording' where t.status = 'adopted'",
  )
  return rows
    .flatMap(({ language }) => (isFormLanguage(language) ? [language] : []))
    .sort((a, b) => FORM_LANGUAGES[a].localeCompare(FORM_LANGUAGES[b]))
}

/** The languages other than English in which a form can be read and answered now, as a list of codes in SQL [CON-3]. */
export const OFFERED_LANGUAGES = `array(select t.language::text from policy_translations t join policy_versions v on v.id = t.version_id and v.status = 'adopted' join policies p on p.id = v.policy_id and p.kind = 'consent-wording' where t.status = 'adopted' and t.language::text in (${COMPLETE_LANGUAGES.map((language) => `'${language}'`).join(', ')}) order by 1)`

/**
 * Whether somebody can be given the form in the language that they read, as a condition in SQL; `guardian` is the name
 * of the guardians in the statement [CON-3].
 */
export const hasFormFor = (guardian: string): string =>
  `(${guardian}.form_language is null or ${guardian}.form_language::text in (${COMPLETE_LANGUAGES.map((language) => `'${language}'`).join(', ')}) and exists (select from policy_translations t join policy_versions v on v.id = t.version_id and v.status = 'adopted' where t.language::text = ${guardian}.form_language::text and t.status = 'adopted'))`

const formsIn = ({ text, isEnglish }: { text: unknown; isEnglish: boolean }): WordedForms => {
  const read = readConsentWording({ text, isEnglish })
  if ('problem' in read) throw new Error(`The adopted consent wording cannot be read. ${read.problem}`)
  return read.forms
}
