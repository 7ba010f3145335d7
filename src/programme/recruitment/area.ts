import { speakDate } from '../../core/clock/londonDates.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf, toNew } from '../../core/house/quickLinks.ts'
import { addressLeft } from '../people/events.ts'
import { isCaseworker, isCommittee } from '../people/roles.ts'
import { applications } from './applications/Applications.ts'
import { interviewNotes } from './applications/InterviewNotes.ts'
import { applicationsToConsider, applicationsToDecide, interviewsToHold } from './applications/queues.ts'
import { selfDeclarations } from './applications/SelfDeclarations.ts'
import { capacityOverrides } from './capacity/CapacityOverrides.ts'
import { dbsDisclosures } from './dbs/DbsDisclosures.ts'
import { dbsStatusChecks } from './dbs/DbsStatusChecks.ts'
import { endLinksTo } from './endLinks.ts'
import { stoppingConsidered, volunteerStopped } from './events.ts'
import { deliveredRecruitmentMessages } from './messageLinks.ts'
import { checksEnding, overridesToDecide, trainingEnding, volunteersToClear, wishesToStop } from './queues.ts'
import { referencesOutstanding } from './references/queues.ts'
import { referenceAnswers } from './references/ReferenceAnswers.ts'
import { volunteerReferences } from './references/VolunteerReferences.ts'
import { pathOfApplication, pathOfVolunteer } from './path/page.ts'
import { pauseRequests } from './activity/PauseRequests.ts'
import { trainingKinds } from './training/TrainingKinds.ts'
import { trainings } from './training/Trainings.ts'
import { vettingRecords } from './vetting/VettingRecords.ts'
import { warnOfEndings } from './vetting/warnings.ts'
import { volunteerSettings } from './settings.ts'

const records = [
  applications,
  volunteerReferences,
  referenceAnswers,
  selfDeclarations,
  interviewNotes,
  vettingRecords,
  dbsDisclosures,
  dbsStatusChecks,
  trainings,
  trainingKinds,
  pauseRequests,
  capacityOverrides,
] as const

/** How people become volunteers, stay cleared, and stop [VOL-1, VOL-3, VOL-11]. */
export const recruitment = defineArea({
  name: 'recruitment',
  records,
  pages: [pathOfApplication, pathOfVolunteer],
  tells: [volunteerStopped, stoppingConsidered],
  answers: [answer(addressLeft, endLinksTo)],
  recurring: [
    {
      task: 'warn-of-endings',
      at: '0 8 * * *',
      catchUpHours: 24,
      reason: 'warning of what ends soon',
      does: async (work) => ({ sent: await warnOfEndings(work) }),
      said: 'Warnings of what ends soon were put into the outbox.',
    },
  ],
  queues: {
    decisions: defineQueue({
      title: 'Applications to decide',
      under: 'applications',
      place: 1,
      concerns: isCaseworker,
      waits: applicationsToDecide,
      agenda: { place: 2, decides: ({ id }) => ({ collection: 'applications', id }) },
      gravity: 'work',
      since: ({ receivedOn }) => receivedOn,
      subject: ({ id, name }) => subjectOf(name, { collection: 'applications', id }),
      words: () => 'Decide about the application',
      ofOthers: {
        one: 'application waits for the committee to decide',
        many: 'applications wait for the committee to decide',
      },
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('applications'),
    }),
    applications: defineQueue({
      title: 'Applications to consider',
      under: 'applications',
      place: 2,
      concerns: isCaseworker,
      waits: applicationsToConsider,
      agenda: { place: 3, decides: ({ id }) => ({ collection: 'applications', id }) },
      gravity: 'work',
      since: ({ receivedOn }) => receivedOn,
      subject: ({ id, name }) => subjectOf(name, { collection: 'applications', id }),
      words: () => 'Consider the application',
      ofOthers: {
        one: 'application waits for the committee to consider',
        many: 'applications wait for the committee to consider',
      },
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('applications'),
    }),
    interviews: defineQueue({
      title: 'Interviews to hold',
      under: 'applications',
      place: 3,
      concerns: isCaseworker,
      waits: interviewsToHold,
      gravity: 'people',
      since: ({ receivedOn }) => receivedOn,
      subject: ({ id, name }) => subjectOf(name, { collection: 'applications', id }),
      words: ({ status }) => (status === 'considered' ? 'Plan the interview' : 'Record the interview'),
      ofOthers: { one: 'interview waits for its day', many: 'interviews wait for their day' },
      by: ({ interviewAt }) => interviewAt,
      canBeDone: ({ isTheirs, status, interviewAt }, now) =>
        status === 'considered' || (isTheirs && interviewAt !== null && interviewAt <= now),
      shows: itself('applications'),
    }),
    references: defineQueue({
      title: 'References outstanding',
      under: 'applications',
      place: 4,
      concerns: isCaseworker,
      waits: referencesOutstanding,
      gravity: 'work',
      since: ({ askedAt }) => askedAt,
      subject: ({ id, about, aboutName }) => subjectOf(aboutName, about, { collection: 'volunteer-references', id }),
      words: ({ refereeName }) => `Reference of ${refereeName}`,
      ofOthers: {
        one: 'reference waits for the referee or a second person',
        many: 'references wait for the referee or a second person',
      },
      canBeDone: ({ state, takenBySelf }) => state !== 'asked' && !takenBySelf,
      shows: ({ id, answerId }) => [
        { collection: 'volunteer-references', id },
        ...(answerId === null ? [] : [{ collection: 'reference-answers', id: answerId }]),
      ],
    }),
    wishes: defineQueue({
      title: 'Volunteers who wish to pause or leave',
      under: 'mentoring',
      place: 3,
      concerns: isCaseworker,
      waits: wishesToStop,
      gravity: 'people',
      since: ({ askedAt }) => askedAt,
      subject: ({ volunteerId, name }) => subjectOf(name, { collection: 'volunteers', id: volunteerId }),
      words: ({ wish }) => `Wishes to ${wish}`,
      ofOthers: { one: 'wish of your own waits for somebody else', many: 'wishes of your own wait for somebody else' },
      canBeDone: ({ isOneself }) => !isOneself,
      shows: itself('pause-requests'),
    }),
    overrides: defineQueue({
      title: 'Exceptions to the number of children',
      under: 'volunteers',
      place: 1,
      concerns: isCommittee,
      waits: overridesToDecide,
      agenda: { place: 4, decides: ({ id }) => ({ collection: 'capacity-overrides', id }) },
      gravity: 'work',
      subject: ({ id, volunteerId, name }) =>
        subjectOf(name, { collection: 'volunteers', id: volunteerId }, { collection: 'capacity-overrides', id }),
      words: ({ children }) => `Decide about up to ${children} children`,
      ofOthers: {
        one: 'exception waits for another committee member',
        many: 'exceptions wait for another committee member',
      },
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('capacity-overrides'),
    }),
    vetting: defineQueue({
      title: 'DBS checks that end',
      under: 'volunteers',
      place: 2,
      concerns: isCaseworker,
      waits: checksEnding,
      gravity: 'work',
      subject: ({ volunteerId, volunteerName }) =>
        subjectOf(volunteerName, { collection: 'volunteers', id: volunteerId }),
      words: ({ hasEnded }) => (hasEnded ? 'The DBS check has ended' : 'The DBS check ends'),
      by: ({ validUntil }) => validUntil,
      shows: ({ id, collection }) => [{ collection, id }],
    }),
    trainings: defineQueue({
      title: 'Training to organise',
      under: 'volunteers',
      place: 3,
      concerns: isCaseworker,
      waits: trainingEnding,
      gravity: 'work',
      subject: ({ volunteerId, volunteerName }) =>
        subjectOf(volunteerName, { collection: 'volunteers', id: volunteerId }),
      words: ({ hasEnded }) => (hasEnded ? 'A training has ended' : 'A training ends'),
      by: ({ validUntil }) => validUntil,
      shows: ({ id, collection }) => [{ collection, id }],
    }),
    clearances: defineQueue({
      title: 'Volunteers to clear',
      under: 'volunteers',
      place: 4,
      concerns: isCaseworker,
      waits: volunteersToClear,
      gravity: 'work',
      subject: ({ id, name }) => subjectOf(name, { collection: 'volunteers', id }),
      words: ({ missing }) => (missing.length > 0 ? 'Something is still missing' : 'Nothing is missing: make active'),
      ofOthers: { one: 'volunteer, you yourself, waits for somebody else', many: 'volunteers wait for somebody else' },
      canBeDone: ({ isOneself }) => !isOneself,
      shows: itself('volunteers'),
    }),
  },
  messages: deliveredRecruitmentMessages,
  settings: volunteerSettings,
  quickLinks: [{ place: 8, words: 'Record vetting', href: toNew(vettingRecords), concerns: isCaseworker }],
  navigation: [
    { under: 'Volunteers', place: 1, records: [applications, volunteerReferences, referenceAnswers, selfDeclarations] },
    {
      under: 'Volunteers',
      place: 3,
      records: [
        vettingRecords,
        dbsDisclosures,
        dbsStatusChecks,
        trainings,
        trainingKinds,
        pauseRequests,
        capacityOverrides,
      ],
    },
  ],
  menu: [
    {
      under: 'Volunteers',
      place: 2,
      words: 'Applications',
      href: toListOf(applications),
      concerns: isCaseworker,
      counts: ['decisions', 'applications'],
    },
    { under: 'Volunteers', place: 3, words: 'Checks', href: toListOf(vettingRecords), concerns: isCaseworker },
    { under: 'Volunteers', place: 4, words: 'Training', href: toListOf(trainings), concerns: isCaseworker },
  ],
  searched: [
    {
      collection: 'applications',
      place: 7,
      dates: ['bornOn'],
      numbers: ['mobile'],
      sort: 'name',
      about: ({ receivedOn }) => (typeof receivedOn === 'string' ? `Received on ${speakDate(receivedOn)}` : undefined),
    },
  ],
  ofPerson: heldByFields(records),
})
