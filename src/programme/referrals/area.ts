import { aboutChild } from '../people/children/aboutChild.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { leading, toItsRecord, type WritingOut } from '../../core/house/leading.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf, toNew } from '../../core/house/quickLinks.ts'
import { addressLeft } from '../people/events.ts'
import { isCaseworker } from '../people/roles.ts'
import { goals } from './decisions/Goals.ts'
import { incomingReferrals } from './incoming/IncomingReferrals.ts'
import { endLinksTo } from './endLinks.ts'
import { referralMessages } from './messageKinds.ts'
import { referralsToDecide, referralsToLink, referralsWaitingForMore, viewsAsked } from './queues.ts'
import { referrals as referralsOfChildren } from './decisions/Referrals.ts'
import { referralVoices } from './views/ReferralVoices.ts'
import { referralWords } from './incoming/ReferralWords.ts'
import { trackToken, viewToken } from './incoming/trackLinks.ts'
import { viewRequests } from './views/ViewRequests.ts'
import { referralSettings } from './settings.ts'

const records = [incomingReferrals, referralsOfChildren, referralWords, referralVoices, viewRequests, goals] as const

/** The page on which a referrer follows their referral; none where the link ended with their address. */
const toTheTrack = async ({ payload, query, publicUrl, row: { subject } }: WritingOut): Promise<string | undefined> => {
  const [referral] = await query<{ email: string }>(
    'select referrer_email as email from incoming_referrals where id = $1 and link_digest is not null',
    [subject.record],
  )
  return referral && `${publicUrl}/refer/track/${trackToken({ payload, id: subject.record, email: referral.email })}`
}

/** The page on which somebody gives their view, while that address is asked for it. */
const toTheView = async ({ payload, query, publicUrl, row: { subject } }: WritingOut): Promise<string | undefined> => {
  const [view] = await query<{ email: string }>(
    "select email from view_requests where id = $1 and status = 'open' and link_digest is not null",
    [subject.record],
  )
  return view && `${publicUrl}/refer/view/${viewToken({ payload, id: subject.record, email: view.email })}`
}

/** How children come in, and what is hoped for [ELG-2, ELG-3]. */
export const referrals = defineArea({
  name: 'referrals',
  records,
  answers: [answer(addressLeft, endLinksTo)],
  queues: {
    toLink: defineQueue({
      title: 'Referrals to link to a child',
      under: 'referrals',
      place: 1,
      concerns: isCaseworker,
      waits: referralsToLink,
      gravity: 'people',
      subject: ({ id, childName }) => subjectOf(childName, { collection: 'incoming-referrals', id }),
      words: ({ referrerName }) => `Link the referral from ${referrerName}`,
      by: ({ answerBy }) => answerBy,
      shows: itself('incoming-referrals'),
    }),
    referrals: defineQueue({
      title: 'Referrals to decide',
      under: 'referrals',
      place: 2,
      concerns: isCaseworker,
      waits: referralsToDecide,
      agenda: { place: 1, decides: ({ id }) => ({ collection: 'referrals', id }) },
      gravity: 'work',
      since: ({ receivedOn }) => receivedOn,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'referrals', id }),
      words: () => 'Decide about the referral',
      ofOthers: { one: 'referral waits for the committee', many: 'referrals wait for the committee' },
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('referrals'),
    }),
    waitingForMore: defineQueue({
      title: 'Referrals that wait for more',
      under: 'referrals',
      place: 3,
      concerns: isCaseworker,
      waits: referralsWaitingForMore,
      gravity: 'work',
      since: ({ askedAt }) => askedAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'referrals', id }),
      words: () => 'Record what was answered',
      shows: itself('referrals'),
    }),
    views: defineQueue({
      title: 'Views that were asked for',
      under: 'referrals',
      place: 6,
      concerns: isCaseworker,
      waits: viewsAsked,
      gravity: 'work',
      since: ({ askedAt }) => askedAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'view-requests', id }),
      words: ({ name }) => `The link of ${name} has ended`,
      canBeDone: ({ hasEnded }) => hasEnded,
      ofOthers: { one: 'view waits for whom we asked', many: 'views wait for whom we asked' },
      shows: itself('view-requests'),
    }),
  },
  messages: leading(referralMessages, {
    'referral-received': { leadsTo: toTheTrack },
    'referral-question': { leadsTo: toTheTrack },
    'referral-decided': { leadsTo: toTheTrack },
    'referral-arrived': { leadsTo: toItsRecord },
    'referral-answered': { leadsTo: toItsRecord },
    'view-asked': { leadsTo: toTheView },
  }),
  settings: referralSettings,
  quickLinks: [
    { place: 1, words: 'Enter a referral', href: toNew(referralsOfChildren), concerns: isCaseworker },
    { place: 16, words: 'The committee’s meeting', href: '/admin/meeting-pack', concerns: isCaseworker },
  ],
  navigation: [
    { under: 'Children', place: 3, records: [incomingReferrals, referralsOfChildren, viewRequests] },
    { under: 'Children', place: 5, records: [goals] },
  ],
  menu: [
    {
      under: 'Children',
      place: 3,
      words: 'Referrals',
      href: toListOf(referralsOfChildren),
      concerns: isCaseworker,
      counts: ['referrals'],
    },
    {
      under: 'Children',
      place: 4,
      words: 'Referrals from outside',
      href: toListOf(incomingReferrals),
      concerns: isCaseworker,
      counts: ['toLink'],
    },
    {
      under: 'Meetings',
      place: 3,
      words: 'The committee’s meeting',
      href: '/admin/meeting-pack',
      concerns: isCaseworker,
    },
  ],
  searched: [
    {
      collection: 'referrals',
      place: 5,
      byWords: false,
      through: ['child'],
      dates: ['receivedOn'],
      sort: '-receivedOn',
    },
    {
      collection: 'incoming-referrals',
      place: 6,
      dates: ['childBornOn'],
      numbers: ['referrerPhone'],
      sort: '-receivedAt',
      about: ({ referrerName, reference }) => `From ${String(referrerName)}, ${String(reference)}`,
    },
  ],
  ofPerson: heldByFields(records),
})
