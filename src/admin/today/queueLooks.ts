import { callsToMake, capturesToConfirm, consentsEnding, consentsWaiting } from '../consent/queues.tsx'
import { placesToCheck, suggestionsToAnswer } from '../directory/queues.tsx'
import {
  handoversBegun,
  handoversToBegin,
  matchesToComplete,
  membershipsLapsed,
  waitingList,
} from '../matching/queues.tsx'
import { logsToChase, logsToRead, meetingsToConfirm } from '../meetings/queues.tsx'
import { mergesToLookAt } from '../merging/queues.tsx'
import { accountChangesToConfirm, accountsToFinish, failedMessages } from '../people/queues.tsx'
import { policiesToAdopt, policiesToReview, translationsToAdopt } from '../policies/queues.tsx'
import {
  applicationsToConsider,
  applicationsToDecide,
  interviewsToHold,
  referencesOutstanding,
} from '../recruitment/applicationQueues.tsx'
import {
  checksEnding,
  overridesToDecide,
  trainingEnding,
  volunteersToClear,
  wishesToStop,
} from '../recruitment/volunteerQueues.tsx'
import { referralsToDecide, referralsToLink, referralsWaiting, viewsAsked } from '../referrals/queues.tsx'
import { entriesToComplete } from '../workingList/queues.tsx'
import type { QueueName } from '../../programme/house.ts'
import type { QueueLook, RowLook } from './queueLook.ts'

/**
 * How each queue looks. One that an area declares and that stands not here, or the other way round, does not compile.
 */
export const QUEUE_LOOKS: { readonly [Name in QueueName]: QueueLook<Name> } = {
  meetings: meetingsToConfirm,
  logs: logsToRead,
  logsToChase,
  handovers: handoversToBegin,
  handoversBegun,
  wishes: wishesToStop,
  matches: matchesToComplete,
  waitingList,
  consents: consentsWaiting,
  calls: callsToMake,
  captures: capturesToConfirm,
  endings: consentsEnding,
  lapsed: membershipsLapsed,
  toLink: referralsToLink,
  referrals: referralsToDecide,
  waitingForMore: referralsWaiting,
  views: viewsAsked,
  entries: entriesToComplete,
  merges: mergesToLookAt,
  decisions: applicationsToDecide,
  applications: applicationsToConsider,
  interviews: interviewsToHold,
  references: referencesOutstanding,
  overrides: overridesToDecide,
  vetting: checksEnding,
  trainings: trainingEnding,
  clearances: volunteersToClear,
  suggestions: suggestionsToAnswer,
  toCheck: placesToCheck,
  adoptions: policiesToAdopt,
  translations: translationsToAdopt,
  reviews: policiesToReview,
  messages: failedMessages,
  accounts: accountsToFinish,
  accountChanges: accountChangesToConfirm,
}

/** How one row of a queue looks. */
export const rowLook = ({ queue, row, now }: { queue: QueueName; row: unknown; now: Date }): RowLook =>
  QUEUE_LOOKS[queue].row(row as never, now)
