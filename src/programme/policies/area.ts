import type { Actor } from '../../core/access/actor.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { leading, toPage } from '../../core/house/leading.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { isCaseworker, isCommittee, isTrustee } from '../people/roles.ts'
import { adoptScheduled } from './versions/adoptScheduled.ts'
import { documentsChanged } from './events.ts'
import { policyMessages } from './messageKinds.ts'
import { policies as documents } from './Policies.ts'
import { policyAcceptances } from './acceptances/PolicyAcceptances.ts'
import { policyTranslations } from './translations/PolicyTranslations.ts'
import { policyVersions } from './versions/PolicyVersions.ts'
import { reviewsDue, versionsToAdopt } from './queues.ts'
import { remindOfPolicies } from './acceptances/reminders.ts'
import { translationsToAdopt } from './translations/queue.ts'

const records = [documents, policyVersions, policyTranslations, policyAcceptances] as const

const committeeOrTrustee = (actor: Actor): boolean => isCommittee(actor) || isTrustee(actor)

/** What the charity agrees on: its documents, version by version, and who accepted them [POL-2, POL-4]. */
export const policies = defineArea({
  name: 'policies',
  records,
  tells: [documentsChanged],
  recurring: [
    {
      task: 'remind-of-policies',
      at: '10 8 * * *',
      catchUpHours: 24,
      reason: 'reminding of policies to accept and to look at again',
      does: async (work) => ({ sent: await remindOfPolicies(work) }),
      said: 'Reminders of policies were put into the outbox.',
    },
    {
      task: 'adopt-scheduled-policies',
      at: '2 * * * *',
      catchUpHours: 24,
      reason: 'the day that was set for an adoption has come',
      doesOneByOne: async (newWork) => {
        const { adopted, refused } = await adoptScheduled(newWork)
        return adopted + refused.length > 0 ? { adopted, refused } : undefined
      },
      said: 'Policy versions were adopted on the day that was set.',
    },
  ],
  queues: {
    adoptions: defineQueue({
      title: 'Policies to adopt',
      under: 'policies',
      place: 1,
      concerns: committeeOrTrustee,
      waits: versionsToAdopt,
      agenda: { place: 5, decides: ({ id }) => ({ collection: 'policy-versions', id }) },
      gravity: 'work',
      subject: ({ policyId, title }) => subjectOf(title, { collection: 'policies', id: policyId }),
      words: ({ number }) => `Read version ${number}, then adopt it`,
      ofOthers: {
        one: 'policy waits for somebody else to adopt it',
        many: 'policies wait for somebody else to adopt them',
      },
      by: ({ adoptsOn }) => adoptsOn,
      canBeDone: (row) => canAdopt(row),
      shows: itself('policy-versions'),
    }),
    translations: defineQueue({
      title: 'The consent form in other languages to adopt',
      under: 'policies',
      place: 2,
      concerns: committeeOrTrustee,
      waits: translationsToAdopt,
      agenda: { place: 6, decides: ({ id }) => ({ collection: 'policy-translations', id }) },
      gravity: 'work',
      subject: ({ id, language }) =>
        subjectOf(`The consent form in ${language}`, { collection: 'policy-translations', id }),
      words: () => 'Read it, then adopt it',
      ofOthers: {
        one: 'translation waits for somebody else to adopt it',
        many: 'translations wait for somebody else to adopt them',
      },
      canBeDone: (row) => canAdopt(row),
      shows: itself('policy-translations'),
    }),
    reviews: defineQueue({
      title: 'Policies to look at again',
      under: 'policies',
      place: 3,
      concerns: isCommittee,
      waits: reviewsDue,
      gravity: 'upkeep',
      subject: ({ policyId, title }) => subjectOf(title, { collection: 'policies', id: policyId }),
      words: ({ number }) => `Look at version ${number} again`,
      by: ({ reviewOn }) => reviewOn,
      shows: itself('policy-versions'),
    }),
  },
  messages: leading(policyMessages, {
    'policies-to-accept': { leadsTo: toPage('/portal/policies') },
    'policy-review': { leadsTo: toPage('/admin/policies') },
  }),
  quickLinks: [
    {
      place: 10,
      words: 'Read the policies',
      href: '/admin/policies',
      concerns: (actor) => isCaseworker(actor) || isTrustee(actor),
    },
  ],
  navigation: [{ under: 'Policies', place: 1, records }],
  menu: [
    {
      under: 'Policies',
      place: 1,
      words: 'Policies',
      href: '/admin/policies',
      concerns: () => true,
      counts: ['adoptions'],
    },
  ],
  searched: [{ collection: 'policies', place: 10, sort: 'title' }],
  ofPerson: heldByFields(records),
})

/** Whoever wrote it does not adopt it; anything else that is missing they can see to. */
const canAdopt = ({ isTheirs, blockers }: { isTheirs: boolean; blockers: readonly Refused[] }): boolean =>
  isTheirs && blockers.every(({ rule }) => rule !== 'POL-3')
