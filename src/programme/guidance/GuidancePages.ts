import { defineCollection } from '../../core/access/defineCollection.ts'
import { isCommittee } from '../people/roles.ts'
import { mayReadGuidance } from './access.ts'
import { startingPagesEndpoint } from './endpoints.ts'
import { isPageAddress } from './rules.ts'
import { guidanceWorkflow } from './workflow.ts'

/** A short page that answers what volunteers ask [GUI-1]. */
export const guidancePages = defineCollection({
  slug: 'guidance-pages',
  labels: { singular: 'Guidance page', plural: 'Guidance pages' },
  nature: { final: 'never', sensitive: false, about: 'nobody', kept: 'while-in-use' },
  useAsTitle: 'title',
  defaultColumns: ['title', 'place', 'status', 'updatedAt'],
  sort: 'place',
  description:
    'What you change on a published page holds at once. “Preview” shows a page as volunteers will see it, drafts too; save it first.',
  access: { read: mayReadGuidance, create: isCommittee, update: isCommittee },
  workflow: guidanceWorkflow,
  endpoints: [startingPagesEndpoint],
  fields: [
    { name: 'title', label: 'Question', type: 'text', required: true, maxLength: 120 },
    {
      name: 'address',
      label: 'End of its address',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 60,
      validate: (value: unknown) =>
        (typeof value === 'string' && isPageAddress(value)) ||
        'Use small letters, digits and hyphens, for example “before-the-first-meeting”.',
      admin: { description: 'Small letters, digits and hyphens, for example “before-the-first-meeting”.' },
    },
    {
      name: 'place',
      label: 'Place in the list',
      type: 'number',
      required: true,
      min: 1,
      max: 999,
      defaultValue: 100,
      admin: { description: '1 comes first.' },
    },
    { name: 'text', type: 'richText', required: true },
  ],
  further: {
    admin: {
      preview: (page) => guidanceAddress(String(page.address)),
      components: { beforeListTable: ['/src/admin/guidance/GuidanceTools.tsx#GuidanceTools'] },
    },
  },
})

/** Where a page stands in the portal, whose own rules say who sees it. */
const guidanceAddress = (address: string): string => `/portal/guidance/${encodeURIComponent(address)}`
