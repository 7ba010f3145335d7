import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { PERSON_NAME, TELEPHONE } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { CONTACT_RULES, PREFERRED_WAYS } from './contactRules.ts'
import { familyChanged } from '../events.ts'
import { FORM_LANGUAGES, formLanguageOptions } from '../formLanguages.ts'
import { COMPLETE_LANGUAGES } from '../parentWords/parentWords.ts'
import { leavingAddress } from '../reachedAt.ts'
import { isCaseworker } from '../roles.ts'
import { RELATIONSHIP_WORDS } from './fields.ts'

/**
 * A parent or carer: the one with whom meetings are agreed and who signs consent. Which of them a volunteer may see is
 * said higher up.
 */
export const guardians = defineCollection({
  slug: 'guardians',
  labels: { singular: 'Parent or carer', plural: 'Parents and carers' },
  nature: { final: 'never', sensitive: true, about: ['itself'], kept: 'with-the-person' },
  useAsTitle: 'name',
  defaultColumns: ['name', 'relationship', 'family', 'mobile', 'email', 'contactRule'],
  sort: 'name',
  access: { read: isCaseworker, create: isCaseworker, update: isCaseworker },
  tells: ({ before, after }) => [
    ...leavingAddress({ before, after, guardianId: String(after.id) }),
    ...(before.id && GATED.some((field) => before[field] !== after[field])
      ? [...new Set([before.family, after.family])].map((familyId) => familyChanged({ familyId }))
      : []),
  ],
  fields: [
    { name: 'name', ...PERSON_NAME.field, required: true },
    related({ name: 'family', label: 'Family', to: 'families', required: true }),
    { name: 'relationship', label: 'Relationship to the child', ...RELATIONSHIP_WORDS.field },
    { name: 'email', type: 'email' },
    { name: 'mobile', label: 'Mobile number', ...TELEPHONE.field },
    related({
      name: 'themselves',
      label: 'Is the young person themselves, from 18 on',
      to: 'children',
      description: 'Only for somebody who is 18: they answer for themselves, by a link of their own.',
    }),
    { name: 'parentalResponsibility', label: 'Has parental responsibility', type: 'checkbox', defaultValue: true },
    onlyFor(isCaseworker, {
      name: 'forCouncil',
      label: 'Signs for the council that has parental responsibility',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Only for the social worker of a child in the care of a council.' },
    }),
    {
      name: 'contactRule',
      label: 'Contact',
      type: 'select',
      required: true,
      defaultValue: 'usual',
      options: Object.entries(CONTACT_RULES).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'contactWords',
      label: 'How to reach them, in words',
      type: 'text',
      maxLength: 300,
      admin: { description: 'Volunteers read this. For example: “Not before 4pm.” Never an address.' },
    },
    {
      name: 'preferredWay',
      label: 'Likes to hear from us by',
      type: 'select',
      options: Object.entries(PREFERRED_WAYS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'formLanguage',
      label: 'Language, where it is not English',
      type: 'select',
      options: formLanguageOptions,
      admin: {
        description: `They get the consent form in it, by email and on paper. It cannot be sent until its words are adopted in that language, and the pages around it are there: those are, in ${COMPLETE_LANGUAGES.map((language) => FORM_LANGUAGES[language]).join(' and ')}.`,
      },
    },
    {
      name: 'language',
      label: 'A language that is not in that list, or a second one',
      type: 'text',
      maxLength: 60,
      admin: { description: 'The form is in English for them, or in the language of the list.' },
    },
  ],
})

/** What meetings and consent ask about a parent or carer. */
const GATED = ['family', 'contactRule', 'parentalResponsibility', 'themselves', 'forCouncil'] as const
