import { messageWords } from '../../core/notifications/messageWords.ts'
import { defineArea } from '../../core/house/defineArea.ts'
import { answer } from '../../core/house/defineEvent.ts'
import { defineQueue, itself, subjectOf } from '../../core/house/defineQueue.ts'
import { heldByFields } from '../../core/house/ofPerson.ts'
import { toListOf } from '../../core/house/quickLinks.ts'
import type { Workflow } from '../../core/workflow/workflow.ts'
import { accountChanges } from './accountChanges/AccountChanges.ts'
import { expireAccountChanges } from './accountChanges/expire.ts'
import { accountChangesToConfirm } from './accountChanges/queues.ts'
import { availabilities } from './volunteers/Availabilities.ts'
import { childBackgrounds } from './children/ChildBackgrounds.ts'
import { children } from './children/Children.ts'
import { credentials } from './accounts/Credentials.ts'
import { designations } from './accounts/Designations.ts'
import { educationEntries } from './children/EducationEntries.ts'
import {
  accountChanged,
  accountClosed,
  accountOpened,
  addressLeft,
  childMoved,
  consentChanged,
  familyChanged,
  vettingChanged,
} from './events.ts'
import { pageOfChild } from './children/page.ts'
import { pageOfFamily, pageOfGuardian } from './families/page.ts'
import { families } from './families/Families.ts'
import { handOnJobs } from './accounts/handOn.ts'
import { guardians } from './families/Guardians.ts'
import { guardianWrittenTo } from './families/guardianWrittenTo.ts'
import { keyWorkers } from './families/KeyWorkers.ts'
import { medicalNeeds } from './children/MedicalNeeds.ts'
import { memberships } from './children/Memberships.ts'
import { deliveredAccountMessages } from './messageLinks.ts'
import { accountsToFinish, failedMessages } from './queues.ts'
import { endFormLinks } from './reachedAt.ts'
import { roleGrants } from './accounts/RoleGrants.ts'
import { isAdministrator, isCaseworker, isCommittee, volunteerIdOf } from './roles.ts'
import { sessions } from './accounts/Sessions.ts'
import { siblingLinks } from './children/SiblingLinks.ts'
import { endWaysIn, inviteNewcomer } from './signIn/accountEvents.ts'
import { SEND_PASSWORD_LINK, sendPasswordLink } from './signIn/passwordLinks.ts'
import { pruneSessions } from './signIn/sessions.ts'
import { signInLinks } from './accounts/SignInLinks.ts'
import { supportLevels } from './children/SupportLevels.ts'
import { users } from './accounts/Users.ts'
import { volunteers } from './volunteers/Volunteers.ts'

/**
 * Everybody: children and those around them, volunteers, and whoever signs in. How a volunteer stands, and how often
 * they meet children, is decided higher up and given here, because their record belongs to the ground floor.
 */
export const people = ({
  volunteersLife,
}: {
  volunteersLife: { workflow: Workflow; meetsChildren: Readonly<Record<string, string>> }
}) => {
  const volunteersOnRecord = volunteers(volunteersLife)
  const around = [
    children,
    families,
    guardians,
    keyWorkers,
    childBackgrounds,
    medicalNeeds,
    memberships,
    educationEntries,
    siblingLinks,
  ] as const
  const ofVolunteers = [volunteersOnRecord, availabilities] as const
  const signedIn = [users, accountChanges, roleGrants, designations] as const
  const records = [...around, ...ofVolunteers, ...signedIn, sessions, credentials, signInLinks, supportLevels] as const
  return defineArea({
    name: 'people',
    records,
    tells: [
      accountOpened,
      accountChanged,
      accountClosed,
      addressLeft,
      childMoved,
      familyChanged,
      consentChanged,
      vettingChanged,
    ],
    answers: [
      answer(accountOpened, inviteNewcomer),
      answer(accountChanged, endWaysIn),
      answer(accountClosed, handOnJobs),
      answer(addressLeft, endFormLinks),
    ],
    jobs: [{ task: SEND_PASSWORD_LINK, reason: 'somebody asked for a new password', does: sendPasswordLink }],
    recurring: [
      {
        task: 'end-account-changes',
        at: '30 3 * * *',
        catchUpHours: 24,
        reason: 'nobody confirmed it in time',
        does: async (work) => ({ ended: await expireAccountChanges({ work }) }),
        said: 'Changes of accounts that nobody confirmed in time are over.',
      },
    ],
    clearsAway: async ({ query, now }) => {
      await pruneSessions({ query, now })
    },
    queues: {
      accountChanges: defineQueue({
        title: 'Changes of accounts to confirm',
        under: 'office',
        place: 1,
        concerns: (actor) => isAdministrator(actor) || isCommittee(actor),
        waits: accountChangesToConfirm,
        gravity: 'people',
        since: ({ proposedAt }) => proposedAt,
        subject: ({ id, userId, name }) =>
          subjectOf(name, { collection: 'users', id: userId }, { collection: 'account-changes', id }),
        words: () => 'Confirm the change of the account',
        ofOthers: {
          one: 'change of an account waits for somebody else',
          many: 'changes of accounts wait for somebody else',
        },
        canBeDone: ({ isTheirs, blockers }) => isTheirs && blockers.length === 0,
        shows: itself('account-changes'),
      }),
      messages: defineQueue({
        title: 'Messages that could not be delivered',
        under: 'office',
        place: 2,
        concerns: (actor) => isCaseworker(actor) || isAdministrator(actor),
        waits: failedMessages,
        gravity: 'people',
        neverLeftOut: true,
        since: ({ failedAt }) => failedAt,
        subject: ({ id, to, template, about }) =>
          subjectOf(to ?? messageWords(template), { collection: 'notifications', id }, about),
        words: ({ template }) => `A message did not arrive: ${messageWords(template).toLowerCase()}`,
        shows: itself('notifications'),
      }),
      accounts: defineQueue({
        title: 'Accounts to finish',
        under: 'office',
        place: 3,
        concerns: isAdministrator,
        waits: accountsToFinish,
        gravity: 'upkeep',
        since: ({ openedAt }) => openedAt,
        subject: ({ id, name }) => subjectOf(name, { collection: 'users', id }),
        words: () => 'Nobody can use the account yet',
        ofOthers: {
          one: 'account waits for its owner to choose a password',
          many: 'accounts wait for their owners to choose a password',
        },
        canBeDone: ({ hasRole }) => !hasRole,
        shows: itself('users'),
      }),
    },
    messages: deliveredAccountMessages,
    pages: [pageOfChild, pageOfGuardian, pageOfFamily],
    finds: { guardian: guardianWrittenTo },
    quickLinks: [
      { place: 3, words: 'Find a child', href: toListOf(children), concerns: isCaseworker },
      { place: 12, words: 'Look after accounts', href: toListOf(users), concerns: isAdministrator },
      {
        place: 14,
        words: 'Open the portal',
        href: '/portal',
        concerns: (actor) => isCaseworker(actor) || volunteerIdOf(actor) !== undefined,
      },
    ],
    navigation: [
      { under: 'Children', place: 1, records: around },
      { under: 'Volunteers', place: 2, records: ofVolunteers },
      { under: 'Settings', place: 1, records: signedIn },
      { under: 'Settings', place: 2, records: [supportLevels] },
    ],
    menu: [
      { under: 'Children', place: 2, words: 'Children', href: toListOf(children), concerns: isCaseworker },
      { under: 'Children', place: 7, words: 'Parents and carers', href: toListOf(guardians), concerns: isCaseworker },
      {
        under: 'Volunteers',
        place: 1,
        words: 'Volunteers',
        href: toListOf(volunteersOnRecord),
        concerns: isCaseworker,
      },
      {
        under: 'Settings',
        place: 2,
        words: 'Accounts',
        href: toListOf(users),
        concerns: isAdministrator,
        counts: ['accounts'],
      },
      {
        under: 'Settings',
        place: 3,
        words: 'Changes of accounts',
        href: toListOf(accountChanges),
        concerns: (actor) => isAdministrator(actor) || isCommittee(actor),
        counts: ['accountChanges'],
      },
      {
        under: 'Settings',
        place: 4,
        words: 'Who does what',
        href: toListOf(designations),
        concerns: (actor) => isAdministrator(actor) || isCaseworker(actor),
      },
    ],
    searched: [
      {
        collection: 'guardians',
        place: 2,
        numbers: ['mobile'],
        sort: 'name',
        about: ({ relationship, mobile }) => said(relationship, mobile),
      },
      {
        collection: 'volunteers',
        place: 3,
        dates: ['bornOn'],
        numbers: ['mobile'],
        sort: 'name',
        about: ({ mobile }) => said(mobile),
      },
      {
        collection: 'key-workers',
        place: 4,
        numbers: ['telephone'],
        sort: 'name',
        about: ({ role, organisation }) => said(role, organisation),
      },
      { collection: 'users', place: 12, called: 'Accounts', sort: 'name', about: ({ email }) => said(email) },
    ],
    ofPerson: heldByFields(records),
  })
}

/** What is known of a person, in one line; undefined where nothing is. */
const said = (...words: readonly unknown[]): string | undefined =>
  words.filter((one) => typeof one === 'string' && one !== '').join(', ') || undefined
