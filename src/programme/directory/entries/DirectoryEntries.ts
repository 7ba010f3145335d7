import { defineCollection, onlyFor } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { calendarDate } from '../../../core/fields/calendarDate.ts'
import { LIST_LINE, REASON } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { linesOf } from '../../../core/house/defineSetting.ts'
import { isCaseworker } from '../../people/roles.ts'
import { mayReadEntries } from '../access.ts'
import { startingPlacesEndpoint } from '../endpoints.ts'
import { entryWorkflow } from './workflow.ts'
import { phoneField, websiteField, DIRECTORY } from './fields.ts'
import { COSTS } from '../rules.ts'

/** A place outside the programme to which a family can be referred [DIR-1]. */
export const directoryEntries = defineCollection({
  slug: 'directory-entries',
  labels: { singular: 'Place in the directory', plural: 'Directory' },
  nature: { final: 'never', sensitive: false, about: ['itself'], kept: 'while-in-use' },
  useAsTitle: 'organisation',
  defaultColumns: ['organisation', 'category', 'checkedOn', 'doubtedOn', 'status'],
  sort: 'organisation',
  description: 'Volunteers read every place here, but not your notes. What nobody has checked for too long is flagged.',
  access: { read: mayReadEntries, create: isCaseworker, update: isCaseworker },
  workflow: entryWorkflow,
  endpoints: [startingPlacesEndpoint],
  fields: [
    { name: 'organisation', label: 'Name of the place', ...DIRECTORY.organisation.field, required: true },
    related({ name: 'category', label: 'Kind of place', to: 'directory-categories', required: true }),
    {
      name: 'needs',
      label: 'Needs it helps with',
      type: 'textarea',
      maxLength: 600,
      validate: (value: unknown) =>
        linesOf(typeof value === 'string' ? value : '').every((line) => line.length <= LIST_LINE.longest) ||
        `Write one need a line, each up to ${LIST_LINE.longest} letters.`,
      admin: {
        description: 'One a line. Use the words of the reasons for a referral where they fit: Loss, Confidence.',
      },
    },
    phoneField,
    { name: 'email', label: 'Email address', type: 'email' },
    websiteField,
    { name: 'howToRefer', label: 'How to refer', type: 'textarea', maxLength: 1000 },
    {
      name: 'cost',
      label: 'What it costs',
      type: 'select',
      required: true,
      defaultValue: 'words',
      options: Object.entries(COSTS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'costPence',
      label: 'Price in pence',
      type: 'number',
      min: 1,
      max: 10_000_000,
      admin: { description: '£12.50 is 1250.', condition: (data) => data.cost === 'price' },
    },
    {
      name: 'costWords',
      label: 'Cost in words',
      type: 'text',
      maxLength: 200,
      defaultValue: 'To be checked',
      admin: { condition: (data) => data.cost !== 'free' },
    },
    { name: 'ageFrom', label: 'From age', type: 'number', min: 0, max: 99 },
    { name: 'ageTo', label: 'To age', type: 'number', min: 0, max: 99 },
    { name: 'area', label: 'Where', type: 'text', maxLength: 160 },
    {
      name: 'isPrivatePerson',
      label: 'A private person',
      type: 'checkbox',
      defaultValue: false,
      admin: { description: 'Somebody’s own name and number. It leaves with no file.' },
    },
    onlyFor(isCaseworker, { name: 'note', label: 'Note for the committee', type: 'textarea', maxLength: 2000 }),
    engineOnly(calendarDate({ name: 'checkedOn', label: 'Last checked on' })),
    engineOnly(related({ name: 'checkedBy', label: 'Checked by', to: 'users' })),
    engineOnly(calendarDate({ name: 'doubtedOn', label: 'Said to be out of date on' })),
    engineOnly({ name: 'takenOffReason', label: 'Why it was taken off', ...REASON.field }),
  ],
  further: { admin: { components: { beforeListTable: ['/src/admin/directory/DirectoryTools.tsx#DirectoryTools'] } } },
})
