import { defineCollection } from '../../../core/access/defineCollection.ts'
import { engineOnly } from '../../../core/access/engineOnly.ts'
import { PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { related } from '../../../core/fields/related.ts'
import { isCaseworker } from '../../people/roles.ts'
import { acceptanceWorkflow } from './workflow.ts'

/**
 * That a person read and accepted one version, with the digest of the exact text they saw. Final once stored [POL-4].
 */
export const policyAcceptances = defineCollection({
  slug: 'policy-acceptances',
  labels: { singular: 'Acceptance', plural: 'Acceptances' },
  nature: { final: 'once-stored', sensitive: false, about: ['user'], kept: 'as-evidence' },
  useAsTitle: 'typedName',
  defaultColumns: ['version', 'user', 'typedName', 'acceptedAt'],
  sort: '-acceptedAt',
  access: {
    read: (actor) =>
      isCaseworker(actor) ? true : actor.kind === 'person' ? { user: { equals: actor.userId } } : false,
    create: (actor) => actor.kind === 'person',
  },
  workflow: acceptanceWorkflow,
  fields: [
    related({ name: 'version', label: 'Version', to: 'policy-versions', required: true }),
    related({ name: 'user', label: 'Person', to: 'users', required: true }),
    { name: 'typedName', label: 'Signed with the name', ...PERSON_NAME.field, required: true },
    engineOnly({ name: 'statement', label: 'What they said by it', type: 'textarea' }),
    { name: 'textDigest', label: 'Digest of the text', type: 'text', required: true, maxLength: 64 },
    engineOnly({ name: 'acceptedAt', label: 'Accepted', type: 'date' }),
  ],
})
