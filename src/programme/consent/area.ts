import { aboutChild } from '../people/children/aboutChild.ts'
import { defineArea, defineTable } from '../../core/house/defineArea.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { defineQueue, itself } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf, toNew } from '../../core/house/quickLinks.ts'
import { addressLeft, childMoved, familyChanged } from '../people/events.ts'
import { isCaseworker } from '../people/roles.ts'
import { callRequests } from './calls/CallRequests.ts'
import { consentCaptures } from './paper/ConsentCaptures.ts'
import { consentRequests } from './asking/ConsentRequests.ts'
import { consents } from './answers/Consents.ts'
import { pruneEmailCodes, SEND_CONSENT_CODE, sendCode } from './asking/emailCodes.ts'
import { endLinksOfGuardian } from './asking/endLinks.ts'
import { consentLost } from './events.ts'
import { deliveredConsentMessages } from './messageLinks.ts'
import { SEND_CONSENT_LINK, sendNewLink } from './asking/newLinks.ts'
import { callsToMake, capturesToConfirm, consentRequestsWaiting } from './queues.ts'
import { takeBackRequestsOfChild, takeBackRequestsOfFamily } from './asking/takeBackRequests.ts'
import { consentSettings } from './settings.ts'

const records = [consentRequests, consentCaptures, callRequests, consents] as const

const tables = [
  defineTable({
    name: 'past_consent_links',
    final: 'never',
    sensitive: false,
    about: ['request_id'],
    kept: 'as-evidence',
  }),
  defineTable({
    name: 'consent_copies',
    final: 'once-stored',
    sensitive: true,
    about: ['request_id'],
    kept: 'as-evidence',
  }),
  defineTable({
    name: 'consent_copy_files',
    final: 'once-stored',
    sensitive: false,
    about: ['copy_id'],
    kept: 'as-evidence',
  }),
  defineTable({
    name: 'consent_scans',
    final: 'once-stored',
    sensitive: true,
    about: ['capture_id'],
    kept: 'as-evidence',
  }),
  defineTable({
    name: 'consent_email_codes',
    final: 'never',
    sensitive: false,
    about: ['request_id'],
    kept: 'briefly',
  }),
] as const

/** What parents and carers allow, and how they are asked [CON-1, CON-2]. */
export const consent = defineArea({
  name: 'consent',
  records,
  tables,
  tells: [consentLost],
  answers: [
    answer(childMoved, takeBackRequestsOfChild),
    answer(familyChanged, takeBackRequestsOfFamily),
    answer(addressLeft, endLinksOfGuardian),
  ],
  jobs: [
    { task: SEND_CONSENT_LINK, reason: 'somebody asked for a new link to a consent form', does: sendNewLink },
    { task: SEND_CONSENT_CODE, reason: 'a parent asked for a code by email', does: sendCode },
  ],
  clearsAway: pruneEmailCodes,
  queues: {
    calls: defineQueue({
      title: 'Parents who would like a call, or the form by post',
      under: 'parents',
      place: 1,
      concerns: isCaseworker,
      waits: callsToMake,
      gravity: 'people',
      since: ({ askedAt }) => askedAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'call-requests', id }),
      words: ({ guardianName, wish }) => (wish === 'paper' ? `Send ${guardianName} the form` : `Ring ${guardianName}`),
      shows: itself('call-requests'),
    }),
    captures: defineQueue({
      title: 'Consent on paper or by telephone to confirm',
      under: 'parents',
      place: 2,
      concerns: isCaseworker,
      waits: capturesToConfirm,
      gravity: 'work',
      since: ({ enteredAt }) => enteredAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'consent-captures', id }),
      words: ({ guardianName }) => `Confirm what ${guardianName} said`,
      ofOthers: {
        one: 'consent that you wrote down waits for a second person',
        many: 'consents that you wrote down wait for a second person',
      },
      canBeDone: ({ enteredBySelf }) => !enteredBySelf,
      shows: itself('consent-captures'),
    }),
    consents: defineQueue({
      title: 'Consent that waits for an answer',
      under: 'parents',
      place: 3,
      concerns: isCaseworker,
      waits: consentRequestsWaiting,
      gravity: 'people',
      since: ({ askedAt }) => askedAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'consent-requests', id }),
      words: ({ guardianName, delivery }) =>
        delivery === 'bounced'
          ? `The email to ${guardianName} came back`
          : delivery === 'left'
            ? `${guardianName} has a new address: send a new link`
            : `The link of ${guardianName} has ended`,
      ofOthers: { one: 'consent waits for a parent', many: 'consents wait for parents' },
      canBeDone: ({ hasEnded, delivery }) => hasEnded || delivery === 'bounced' || delivery === 'left',
      shows: itself('consent-requests'),
    }),
  },
  messages: deliveredConsentMessages,
  settings: consentSettings,
  quickLinks: [
    { place: 6, words: 'Ask for consent', href: toNew(consentRequests), concerns: isCaseworker },
    { place: 7, words: 'Print the consent form', href: '/paper-form', concerns: isCaseworker },
  ],
  navigation: [{ under: 'Children', place: 7, records }],
  menu: [{ under: 'Children', place: 6, words: 'Consent', href: toListOf(consentRequests), concerns: isCaseworker }],
  ofPerson: heldByFields(records),
})
