import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { related } from '../../../core/fields/related.ts'
import { FORM_LANGUAGES, formLanguageOptions, isFormLanguage } from '../../people/formLanguages.ts'
import { isCaseworker, isCommittee, isTrustee } from '../../people/roles.ts'
import { translationWorkflow } from './workflow.ts'

/** The consent wording in a language other than English, version by version; adopted, it never changes [CON-3]. */
export const policyTranslations = defineCollection({
  slug: 'policy-translations',
  labels: { singular: 'Wording in another language', plural: 'Wordings in other languages' },
  nature: { final: 'in-some-states', sensitive: false, about: 'nobody', kept: 'as-evidence' },
  title: {
    from: 'version.number',
    needs: ['language'],
    words: ({ from, record }) =>
      `${isFormLanguage(record.language) ? FORM_LANGUAGES[record.language] : 'Another language'}, of version ${from}`,
  },
  defaultColumns: ['version', 'language', 'status', 'adoptedOn'],
  description:
    'The parental consent wording in other languages. A parent who reads one of them is asked once its words are adopted.',
  access: { read: (actor) => isCaseworker(actor) || isTrustee(actor), create: isCommittee, update: isCommittee },
  workflow: translationWorkflow,
  fields: [
    related({
      name: 'version',
      label: 'Version of the consent wording',
      to: 'policy-versions',
      required: true,
      prefilled: true,
    }),
    { name: 'language', type: 'select', required: true, options: formLanguageOptions },
    {
      name: 'text',
      type: 'richText',
      required: true,
      admin: { description: 'Heading by heading like the English text. {charity} and {time} stay as they are.' },
    },
    { name: 'translatedBy', label: 'Translated by', type: 'text', maxLength: 160 },
    engineOnly(related({ name: 'author', label: 'Entered by', to: 'users' })),
    engineOnly(calendarDate({ name: 'adoptedOn', label: 'Adopted on' })),
    engineOnly(related({ name: 'adoptedByUser', label: 'Adopted in the panel by', to: 'users' })),
    engineOnly({ name: 'textDigest', label: 'Digest of the text', type: 'text' }),
  ],
})
