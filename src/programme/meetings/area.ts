import { aboutChild } from '../people/children/aboutChild.ts'
import { stoppingConsidered } from '../recruitment/events.ts'
import { sayMeetings } from './meetings/whatStopping.ts'
import { pageOfMatch, pageOfMeeting } from './page.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { leading, toItsRecord, toTheOffice, type WritingOut } from '../../core/house/leading.ts'
import { defineQueue, itself } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf, toNew } from '../../core/house/quickLinks.ts'
import { matchChanged } from '../matching/events.ts'
import { consentChanged, familyChanged, vettingChanged } from '../people/events.ts'
import { isCaseworker, isCoordinator } from '../people/roles.ts'
import { documentsChanged } from '../policies/events.ts'
import {
  askAgainForAll,
  askAgainForChild,
  askAgainForEverybody,
  askAgainForFamily,
  askAgainForVolunteer,
} from './meetings/askAgain.ts'
import { callOffForAll, callOffForChild, callOffForVolunteer } from './meetings/callOff.ts'
import { logAddenda } from './logs/LogAddenda.ts'
import { logReadings } from './logs/LogReadings.ts'
import { meetingAddresses } from './meetings/MeetingAddresses.ts'
import { meetings as meetingsOfChildren } from './meetings/Meetings.ts'
import { meetingMessages } from './messageKinds.ts'
import { logsToChase, logsToRead, meetingsToConfirm } from './queues.ts'
import { pathParts } from './path/page.ts'
import { sessionLogs } from './logs/SessionLogs.ts'

const records = [meetingsOfChildren, meetingAddresses, sessionLogs, logAddenda, logReadings] as const

/** The meeting in the portal. */
const toTheMeeting = ({ publicUrl, row: { subject } }: WritingOut): string =>
  `${publicUrl}/portal/meetings/${subject.record}`

/** To us by email; where no address is given yet, to the page that says how parents reach us [MAT-12]. */
const toUs = toTheOffice({ otherwise: '/parents' })

/** That a meeting will go ahead is not told any more once it will not: a message may wait for days [MTG-4, MAT-5]. */
const whileConfirmed = async ({ query, row: { subject } }: WritingOut): Promise<Record<string, never> | undefined> => {
  const [confirmed] = await query("select id from meetings where id = $1 and status = 'confirmed'", [subject.record])
  return confirmed ? {} : undefined
}

/** What children and volunteers do together: agreed, confirmed, and written down [MTG-4, LOG-1]. */
export const meetings = defineArea({
  name: 'meetings',
  records,
  pages: [...pathParts, pageOfMeeting, pageOfMatch],
  answers: [
    answer(consentChanged, askAgainForChild),
    answer(familyChanged, askAgainForFamily),
    answer(matchChanged, callOffForChild),
    answer(matchChanged, askAgainForChild),
    answer(vettingChanged, callOffForVolunteer),
    answer(vettingChanged, askAgainForVolunteer),
    answer(stoppingConsidered, sayMeetings),
    answer(documentsChanged, askAgainForEverybody),
  ],
  recurring: [
    {
      task: 'call-meetings-off',
      at: '5 2 * * *',
      catchUpHours: 24,
      reason: 'calling meetings off each night',
      does: async (work) => ({ calledOff: await callOffForAll(work) }),
      said: 'The meetings that no match carries any more were called off.',
    },
    {
      task: 'ask-gates-again',
      at: '10 2 * * *',
      catchUpHours: 24,
      reason: 'asking the gates again each night',
      does: async (work) => ({ unconfirmed: await askAgainForAll(work) }),
      said: 'The gates of all confirmed meetings were asked again.',
    },
  ],
  queues: {
    meetings: defineQueue({
      title: 'Meetings to confirm',
      under: 'meetings',
      place: 1,
      concerns: isCaseworker,
      waits: meetingsToConfirm,
      gravity: 'people',
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'meetings', id }),
      words: ({ volunteerName, reason }) => `Confirm the meeting with ${volunteerName}${reason ? ' again' : ''}`,
      ofOthers: { one: 'meeting waits for its confirmer', many: 'meetings wait for their confirmer' },
      by: ({ startsAt }) => startsAt,
      canBeDone: ({ isTheirs }) => isTheirs,
      shows: itself('meetings'),
    }),
    logs: defineQueue({
      title: 'Logs to read',
      under: 'meetings',
      place: 2,
      concerns: isCoordinator,
      waits: logsToRead,
      gravity: 'people',
      since: ({ submittedAt }) => submittedAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'session-logs', id }),
      words: ({ volunteerName }) => `Read the log of ${volunteerName}`,
      shows: itself('session-logs'),
    }),
    logsToChase: defineQueue({
      title: 'Logs to ask for',
      under: 'meetings',
      place: 3,
      concerns: isCoordinator,
      waits: logsToChase,
      gravity: 'people',
      since: ({ startsAt }) => startsAt,
      subject: ({ id, childId, childName }) => aboutChild(childName, childId, { collection: 'meetings', id }),
      words: ({ volunteerName }) => `Ask ${volunteerName} for the log`,
      shows: itself('meetings'),
    }),
  },
  messages: leading(meetingMessages, {
    'meeting-proposed': { leadsTo: toItsRecord },
    'meeting-confirmed': { leadsTo: toTheMeeting, prepares: whileConfirmed },
    'meeting-confirmed-parent': { leadsTo: toUs, prepares: whileConfirmed },
    'meeting-declined': { leadsTo: toTheMeeting },
    'meeting-unconfirmed': { leadsTo: toTheMeeting },
    'meeting-unconfirmed-parent': { leadsTo: toUs },
    'meeting-cancelled': { leadsTo: toTheMeeting },
    'meeting-cancelled-parent': { leadsTo: toUs },
    'log-submitted': { leadsTo: toItsRecord },
  }),
  quickLinks: [{ place: 5, words: 'Propose a meeting', href: toNew(meetingsOfChildren), concerns: isCaseworker }],
  navigation: [{ under: 'Meetings', place: 1, records }],
  menu: [
    {
      under: 'Meetings',
      place: 1,
      words: 'Meetings',
      href: toListOf(meetingsOfChildren),
      concerns: isCaseworker,
      counts: ['meetings'],
    },
    {
      under: 'Meetings',
      place: 2,
      words: 'Logs',
      href: toListOf(sessionLogs),
      concerns: isCaseworker,
      counts: ['logs'],
    },
  ],
  searched: [
    {
      collection: 'meetings',
      place: 9,
      byWords: false,
      through: ['child', 'volunteer'],
      moments: ['startsAt'],
      sort: '-startsAt',
    },
  ],
  ofPerson: heldByFields(records),
})
