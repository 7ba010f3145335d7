import { aboutChild } from '../people/children/aboutChild.ts'
import { childrenOfVolunteer } from './page.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { leading, toItsRecord, toPage } from '../../core/house/leading.ts'
import { defineQueue, itself } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf, toNew } from '../../core/house/quickLinks.ts'
import { consentLost } from '../consent/events.ts'
import { consentsEnding } from '../consent/queues.ts'
import { remindOfConsent } from '../consent/asking/reminders.ts'
import { childBackgrounds } from '../people/children/ChildBackgrounds.ts'
import { children } from '../people/children/Children.ts'
import { guardians } from '../people/families/Guardians.ts'
import { medicalNeeds } from '../people/children/MedicalNeeds.ts'
import { isCaseworker } from '../people/roles.ts'
import { stoppingConsidered, volunteerStopped } from '../recruitment/events.ts'
import { childrenOfOwnMatches, confidencesOfOwnMatches, guardiansOfOwnMatches } from './access.ts'
import { endMatchesAtEighteen, endMatchOfWhoSaidNo } from './matches/endAtEighteen.ts'
import { matchChanged } from './events.ts'
import { handovers } from './handovers/Handovers.ts'
import { matches } from './matches/Matches.ts'
import { matchingMessages } from './messageKinds.ts'
import { handoversBegun, handoversToBegin, matchesToComplete, membershipsLapsed } from './queues.ts'
import { startHandovers } from './handovers/startHandovers.ts'
import { sayHandovers } from './handovers/whatStopping.ts'
import { isMentored, tellOfConsentChange } from './tellOfConsent.ts'
import { waitingList } from './waitingList.ts'

const records = [matches, handovers] as const

/** Who mentors whom, who waits, and what happens to a child whose volunteer stops [MAT-6, ELG-7, VOL-11]. */
export const matching = defineArea({
  name: 'matching',
  records,
  tells: [matchChanged],
  answers: [
    answer(consentLost, tellOfConsentChange),
    answer(consentLost, endMatchOfWhoSaidNo),
    answer(volunteerStopped, startHandovers),
    answer(stoppingConsidered, sayHandovers),
  ],
  // What a volunteer sees of the children they mentor, and of those for whom the committee chose them [MAT-7].
  opens: [
    { records: children, to: childrenOfOwnMatches },
    { records: guardians, to: guardiansOfOwnMatches },
    { records: childBackgrounds, to: confidencesOfOwnMatches },
    { records: medicalNeeds, to: confidencesOfOwnMatches },
  ],
  recurring: [
    {
      task: 'remind-of-consent',
      at: '20 8 * * *',
      catchUpHours: 24,
      reason: 'reminding of consent',
      does: async (work) => ({
        sent: await remindOfConsent({ work, among: isMentored }),
        ended: await endMatchesAtEighteen(work),
      }),
      said: 'Reminders about consent were put into the outbox, and matches ended of whoever is 18 and has not agreed.',
    },
  ],
  pages: [childrenOfVolunteer],
  queues: {
    handovers: defineQueue({
      title: 'Hand-overs to begin',
      under: 'mentoring',
      place: 1,
      concerns: isCaseworker,
      waits: handoversToBegin,
      gravity: 'people',
      since: ({ neededSince }) => neededSince,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'handovers', id }),
      words: ({ volunteerName }) => `Begin the hand-over from ${volunteerName}`,
      canBeDone: ({ isTheirs }) => isTheirs,
      ofOthers: { one: 'hand-over waits for somebody else', many: 'hand-overs wait for somebody else' },
      shows: itself('handovers'),
    }),
    handoversBegun: defineQueue({
      title: 'Hand-overs under way',
      under: 'mentoring',
      place: 2,
      concerns: isCaseworker,
      waits: handoversBegun,
      gravity: 'work',
      since: ({ neededSince }) => neededSince,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'handovers', id }),
      words: ({ volunteerName }) => `Finish the hand-over from ${volunteerName}`,
      canBeDone: ({ isTheirs }) => isTheirs,
      ofOthers: { one: 'hand-over is finished by somebody else', many: 'hand-overs are finished by somebody else' },
      shows: itself('handovers'),
    }),
    matches: defineQueue({
      title: 'Matches to complete',
      under: 'mentoring',
      place: 4,
      concerns: isCaseworker,
      waits: matchesToComplete,
      gravity: 'people',
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'matches', id }),
      words: ({ volunteerName, blockers }) =>
        `${blockers.length > 0 ? 'Complete' : 'Start'} the match with ${volunteerName}`,
      by: ({ startsOn }) => startsOn,
      shows: itself('matches'),
    }),
    waitingList: defineQueue({
      title: 'Waiting for a volunteer',
      under: 'mentoring',
      place: 5,
      concerns: isCaseworker,
      waits: waitingList,
      gravity: 'work',
      since: ({ since }) => since,
      subject: ({ id, childName }) => aboutChild(childName, id),
      words: () => 'Waits for a volunteer',
      ofOthers: { one: 'child waits for the parents to answer', many: 'children wait for the parents to answer' },
      canBeDone: ({ nextStep }) => nextStep !== 'await-consent',
      shows: itself('children'),
    }),
    endings: defineQueue({
      title: 'Consent that ends',
      under: 'parents',
      place: 4,
      concerns: isCaseworker,
      waits: (asking) => consentsEnding({ ...asking, among: isMentored }),
      gravity: 'people',
      subject: ({ childId, childName }) => aboutChild(childName, childId),
      words: ({ kind }) => (kind === 'of-age' ? 'Turns 18: the young person agrees themselves' : 'Consent ends'),
      by: ({ until }) => until,
      shows: ({ childId }) => [{ collection: 'children', id: childId }],
    }),
    lapsed: defineQueue({
      title: 'Memberships that have lapsed',
      under: 'mentoring',
      place: 6,
      concerns: isCaseworker,
      waits: membershipsLapsed,
      gravity: 'upkeep',
      since: ({ lapsedOn }) => lapsedOn,
      subject: ({ id, childName }) => aboutChild(childName, id),
      words: () => 'Membership of the club has lapsed',
      shows: itself('children'),
    }),
  },
  messages: leading(matchingMessages, {
    'handover-needed': { leadsTo: toItsRecord },
    // A volunteer's match stands in the portal.
    'match-ended': {
      leadsTo: (given) => (given.row.subject.collection === 'matches' ? toPage('/portal')(given) : toItsRecord(given)),
    },
  }),
  quickLinks: [{ place: 4, words: 'Propose a match', href: toNew(matches), concerns: isCaseworker }],
  navigation: [{ under: 'Children', place: 8, records }],
  menu: [
    { under: 'Children', place: 5, words: 'Matches', href: toListOf(matches), concerns: isCaseworker },
    { under: 'Volunteers', place: 5, words: 'Hand-overs', href: toListOf(handovers), concerns: isCaseworker },
  ],
  searched: [{ collection: 'matches', place: 8, byWords: false, through: ['child', 'volunteer'], sort: '-startsOn' }],
  ofPerson: heldByFields(records),
})
