import type { Workflow } from '../../src/core/workflow/workflow.ts'
import { callRequestWorkflow } from '../../src/programme/consent/calls/workflow.ts'
import { captureWorkflow } from '../../src/programme/consent/paper/workflow.ts'
import { consentRequestWorkflow } from '../../src/programme/consent/asking/workflow.ts'
import { consentWorkflow } from '../../src/programme/consent/answers/workflow.ts'
import { entryWorkflow } from '../../src/programme/directory/entries/workflow.ts'
import { suggestionWorkflow } from '../../src/programme/directory/suggestions/workflow.ts'
import { guidanceWorkflow } from '../../src/programme/guidance/workflow.ts'
import { handoverWorkflow } from '../../src/programme/matching/handovers/workflow.ts'
import { matchWorkflow } from '../../src/programme/matching/matches/workflow.ts'
import { addendumWorkflow } from '../../src/programme/meetings/logs/addendumWorkflow.ts'
import { logReadingWorkflow } from '../../src/programme/meetings/logs/readingWorkflow.ts'
import { logWorkflow } from '../../src/programme/meetings/logs/workflow.ts'
import { meetingWorkflow } from '../../src/programme/meetings/meetings/workflow.ts'
import { mergeWorkflow } from '../../src/programme/merging/workflow.ts'
import { accountChangeWorkflow } from '../../src/programme/people/accountChanges/workflow.ts'
import { barrierWorkflow } from '../../src/programme/plans/workflow.ts'
import { acceptanceWorkflow } from '../../src/programme/policies/acceptances/workflow.ts'
import { translationWorkflow } from '../../src/programme/policies/translations/workflow.ts'
import { policyVersionWorkflow } from '../../src/programme/policies/versions/workflow.ts'
import { applicationWorkflow } from '../../src/programme/recruitment/applications/workflow.ts'
import { capacityOverrideWorkflow } from '../../src/programme/recruitment/capacity/workflow.ts'
import { dbsDisclosureWorkflow } from '../../src/programme/recruitment/dbs/disclosureWorkflow.ts'
import { dbsStatusCheckWorkflow } from '../../src/programme/recruitment/dbs/statusCheckWorkflow.ts'
import { answerWorkflow } from '../../src/programme/recruitment/references/answerWorkflow.ts'
import { referenceWorkflow } from '../../src/programme/recruitment/references/workflow.ts'
import { pauseRequestWorkflow } from '../../src/programme/recruitment/activity/pauseRequestWorkflow.ts'
import { activityWorkflow } from '../../src/programme/recruitment/activity/workflow.ts'
import { trainingWorkflow } from '../../src/programme/recruitment/training/workflow.ts'
import { vettingWorkflow } from '../../src/programme/recruitment/vetting/workflow.ts'
import { incomingWorkflow } from '../../src/programme/referrals/incoming/workflow.ts'
import { viewWorkflow } from '../../src/programme/referrals/views/workflow.ts'
import { referralWorkflow } from '../../src/programme/referrals/decisions/workflow.ts'
import { entryWorkflow as rowWorkflow } from '../../src/programme/workingList/workflow.ts'
import { richText } from '../support/policies.ts'

/**
 * Who takes a step: people of one role alone, holders of one kind of link to that very record, nobody we know, and the
 * software.
 */
export const WHO = [
  'co-ordinator',
  'committee',
  'trustee',
  'volunteer',
  'administrator',
  'guardian’s link',
  'form’s link',
  'applicant’s link',
  'referee’s link',
  'referrer’s link',
  'view’s link',
  'nobody known',
  'the software',
] as const

/** One of those. */
export type Who = (typeof WHO)[number]

/** Who is offered a step, and which rules a record refuses it by of which nothing is known but its state. */
type Step = { by: readonly Who[]; lacks?: readonly string[] }

/**
 * All steps of a kind of record; `create` is its beginning. Those that only the software takes are told by name alone.
 */
export type Steps = {
  workflow: Workflow
  bare?: Record<string, unknown>
  create: readonly Who[]
  steps: Readonly<Record<string, Step>>
  automatic?: readonly string[]
}

const office = ['co-ordinator', 'committee'] as const
const officeOrSoftware = [...office, 'the software'] as const
const committee = ['committee'] as const
const adopters = ['committee', 'trustee'] as const
const anyLink = WHO.filter((who) => who.endsWith('link'))
const nobody = [] as const

const askedParent = ['CON-8', 'CON-1', 'CON-1'] as const
const shownForm = ['CON-8', 'CON-3'] as const

/** Who takes which step, written by hand and held against every declaration. What is not here is taken by nobody. */
export const STEPS: readonly Steps[] = [
  { workflow: callRequestWorkflow, create: nobody, steps: { done: { by: office }, notDone: { by: office } } },
  {
    workflow: captureWorkflow,
    create: office,
    steps: { confirm: { by: office, lacks: ['CON-8'] }, refuse: { by: office } },
  },
  { workflow: consentWorkflow, create: [...anyLink, 'the software'], steps: {} },
  {
    workflow: consentRequestWorkflow,
    create: officeOrSoftware,
    steps: {
      resend: { by: officeOrSoftware, lacks: askedParent },
      correctAddress: { by: officeOrSoftware, lacks: ['CON-8', 'CON-1'] },
      resendToSigner: { by: officeOrSoftware, lacks: askedParent },
      resendToDecliner: { by: officeOrSoftware, lacks: askedParent },
      askAgain: { by: committee, lacks: askedParent },
      cancel: { by: officeOrSoftware },
      chooseLanguage: { by: anyLink, lacks: ['CON-3'] },
      chooseLanguageOfSigner: { by: anyLink, lacks: ['CON-3'] },
      chooseLanguageOfDecliner: { by: anyLink, lacks: ['CON-3'] },
      sign: { by: anyLink, lacks: shownForm },
      decline: { by: anyLink, lacks: shownForm },
      change: { by: anyLink, lacks: shownForm },
      agreeOne: { by: anyLink, lacks: [...shownForm, 'CON-3'] },
      withdrawOne: { by: anyLink },
      withdraw: { by: anyLink },
    },
    automatic: [
      'issueLink',
      'renewLink',
      'renewLinkOfSigner',
      'renewLinkOfDecliner',
      'endLinkOfAsked',
      'endLinkOfSigner',
      'endLinkOfDecliner',
      'keepCapture',
      'cancelByRule',
      'retire',
    ],
  },
  {
    workflow: entryWorkflow,
    create: office,
    steps: { check: { by: office }, takeOff: { by: office }, putBack: { by: office } },
    automatic: ['doubt'],
  },
  {
    workflow: suggestionWorkflow,
    create: office,
    steps: { accept: { by: office, lacks: ['DIR-1'] }, decline: { by: office } },
  },
  { workflow: guidanceWorkflow, create: committee, steps: { publish: { by: committee }, withdraw: { by: committee } } },
  {
    workflow: handoverWorkflow,
    create: ['the software'],
    steps: { begin: { by: office }, finish: { by: office }, dismiss: { by: office } },
  },
  {
    workflow: matchWorkflow,
    create: office,
    steps: {
      choose: { by: committee },
      start: { by: committee, lacks: [...Array<string>(8).fill('MAT-2'), 'MAT-9', 'MAT-10', 'VOL-5', 'CON-1'] },
      end: { by: office },
    },
    automatic: ['endAtEighteen'],
  },
  { workflow: addendumWorkflow, create: office, steps: {} },
  { workflow: logReadingWorkflow, create: ['co-ordinator'], steps: {} },
  { workflow: logWorkflow, create: nobody, steps: {} },
  {
    workflow: meetingWorkflow,
    // A meeting that has begun: the first thing against confirming it.
    bare: { startsAt: '2026-03-03T12:00:00Z' },
    create: office,
    steps: {
      confirm: { by: committee, lacks: ['MTG-4', 'MTG-1', 'MTG-2', 'MTG-4', 'VOL-3', 'CON-1'] },
      decline: { by: committee },
      cancel: { by: office },
    },
    automatic: ['callOff', 'unconfirm', 'hold'],
  },
  {
    workflow: mergeWorkflow,
    create: office,
    steps: { carryOut: { by: office, lacks: ['SAME-CHILD'] }, withdraw: { by: office } },
  },
  { workflow: barrierWorkflow, create: office, steps: { remove: { by: office }, reopen: { by: office } } },
  { workflow: acceptanceWorkflow, create: nobody, steps: {} },
  {
    workflow: translationWorkflow,
    bare: { text: richText('Some words.') },
    create: committee,
    steps: { adopt: { by: adopters, lacks: ['POL-2', 'CON-2'] } },
  },
  {
    workflow: policyVersionWorkflow,
    create: ['committee', 'administrator', 'the software'],
    steps: {
      propose: { by: committee, lacks: ['POL-2', 'POL-2'] },
      adopt: { by: adopters, lacks: ['POL-2'] },
      schedule: { by: adopters, lacks: ['POL-2'] },
      withdraw: { by: committee },
    },
    automatic: ['takeEffect', 'supersede'],
  },
  {
    workflow: applicationWorkflow,
    create: [...office, 'form’s link'],
    steps: {
      consider: { by: committee },
      planInterview: { by: office },
      planAgain: { by: office },
      askAnotherTime: { by: [...office, 'applicant’s link'] },
      recordInterview: { by: committee },
      approve: { by: committee, lacks: ['VOL-12', 'VOL-7', 'VOL-6'] },
      notApprove: { by: committee },
      withdraw: { by: [...office, 'applicant’s link'] },
      linkWhileReceived: { by: office },
      linkWhileConsidered: { by: office },
      linkWhilePlanned: { by: office },
      linkWhileInterviewed: { by: office },
      linkWhenApproved: { by: office },
    },
    automatic: ['issueLink', 'joinVolunteers'],
  },
  {
    workflow: answerWorkflow,
    create: office,
    steps: { confirm: { by: office }, setAside: { by: office } },
    automatic: ['hold'],
  },
  {
    workflow: referenceWorkflow,
    create: [...office, 'form’s link', 'the software'],
    steps: {
      ask: { by: office, lacks: ['VOL-6'] },
      resend: { by: office, lacks: ['VOL-6'] },
      answer: { by: ['referee’s link'] },
      correctAddress: { by: office },
      decline: { by: ['referee’s link'] },
      end: { by: office },
    },
    automatic: ['holdByTelephone', 'endWithApplication', 'endLink'],
  },
  {
    workflow: accountChangeWorkflow,
    bare: { kind: 'role' },
    create: ['administrator'],
    steps: {
      confirm: { by: ['administrator', 'committee'], lacks: ['INPUT'] },
      confirmByLink: { by: nobody },
      decline: { by: ['administrator', 'committee'] },
      declineByLink: { by: nobody },
      withdraw: { by: nobody },
    },
    automatic: ['supersede', 'expire'],
  },
  {
    workflow: capacityOverrideWorkflow,
    create: committee,
    steps: { approve: { by: committee }, decline: { by: committee }, end: { by: committee } },
  },
  { workflow: dbsDisclosureWorkflow, create: officeOrSoftware, steps: {} },
  { workflow: dbsStatusCheckWorkflow, create: officeOrSoftware, steps: {} },
  {
    workflow: pauseRequestWorkflow,
    create: nobody,
    steps: { carryOut: { by: officeOrSoftware }, takeBack: { by: nobody } },
  },
  {
    workflow: activityWorkflow,
    create: officeOrSoftware,
    steps: {
      activate: { by: officeOrSoftware },
      pause: { by: officeOrSoftware },
      leave: { by: officeOrSoftware },
      comeBack: { by: officeOrSoftware },
    },
  },
  { workflow: trainingWorkflow, create: officeOrSoftware, steps: { withdraw: { by: officeOrSoftware } } },
  { workflow: vettingWorkflow, create: officeOrSoftware, steps: { withdraw: { by: officeOrSoftware } } },
  {
    workflow: incomingWorkflow,
    create: ['form’s link'],
    steps: {
      link: { by: office },
      linkToNewChild: { by: office },
      setAside: { by: office },
      add: { by: ['referrer’s link'], lacks: [] },
      addToLinked: { by: ['referrer’s link'], lacks: [] },
      correctAddress: { by: office },
      correctAddressOfLinked: { by: office },
    },
  },
  {
    workflow: viewWorkflow,
    create: office,
    steps: {
      answer: { by: ['view’s link'], lacks: ['ELG-9'] },
      correctAddress: { by: office, lacks: ['ELG-9'] },
      cancel: { by: office },
    },
  },
  {
    workflow: referralWorkflow,
    create: office,
    steps: {
      accept: { by: committee, lacks: ['ELG-1', 'ELG-3'] },
      sayYes: { by: nobody },
      sayYesMeanwhile: { by: nobody },
      allowOneMore: { by: nobody },
      allowOneMoreMeanwhile: { by: nobody },
      decline: { by: committee },
      askForMore: { by: committee },
      answer: { by: nobody },
      recordAnswer: { by: office },
      finish: { by: committee },
    },
  },
  { workflow: rowWorkflow, create: office, steps: { takeOff: { by: office }, putBack: { by: office } } },
]

/** What ties somebody to a record: an account or volunteer's record of their own in one of its fields. */
export type Tie = {
  workflow: Workflow
  bare?: Record<string, unknown>
  field: string
  is: 'account' | 'volunteer'
  rule: string
  says?: RegExp
  refused: readonly string[]
}

/**
 * Which steps nobody takes who is tied to the record; all others of the office take them, and the tied one every step
 * that is not here [ORG-1].
 */
export const TIES: readonly Tie[] = [
  {
    workflow: meetingWorkflow,
    bare: { startsAt: '2026-03-10T16:00:00Z' },
    field: 'proposedBy',
    is: 'account',
    rule: 'ORG-1',
    refused: ['confirm', 'decline'],
  },
  {
    workflow: meetingWorkflow,
    bare: { startsAt: '2026-03-10T16:00:00Z' },
    field: 'volunteer',
    is: 'volunteer',
    rule: 'ORG-1',
    refused: ['confirm', 'decline'],
  },
  { workflow: captureWorkflow, field: 'enteredBy', is: 'account', rule: 'ORG-1', refused: ['confirm'] },
  {
    workflow: accountChangeWorkflow,
    bare: { kind: 'role' },
    field: 'user',
    is: 'account',
    rule: 'ORG-1',
    says: /about you/,
    refused: ['confirm'],
  },
  { workflow: capacityOverrideWorkflow, field: 'proposedBy', is: 'account', rule: 'ORG-1', refused: ['approve'] },
  {
    workflow: capacityOverrideWorkflow,
    field: 'volunteer',
    is: 'volunteer',
    rule: 'ORG-1',
    refused: ['create', 'approve', 'decline'],
  },
  {
    workflow: answerWorkflow,
    field: 'takenBy',
    is: 'account',
    rule: 'VOL-6',
    says: /second person/,
    refused: ['confirm'],
  },
  { workflow: suggestionWorkflow, field: 'suggestedBy', is: 'account', rule: 'ORG-1', refused: ['accept', 'decline'] },
  { workflow: mergeWorkflow, field: 'proposedBy', is: 'account', rule: 'ORG-1', refused: ['carryOut'] },
  {
    workflow: referralWorkflow,
    field: 'enteredBy',
    is: 'account',
    rule: 'ORG-1',
    refused: ['accept', 'sayYes', 'sayYesMeanwhile', 'allowOneMore', 'allowOneMoreMeanwhile', 'decline'],
  },
  { workflow: activityWorkflow, field: 'user', is: 'account', rule: 'ORG-1', refused: ['activate', 'comeBack'] },
  { workflow: pauseRequestWorkflow, field: 'volunteer', is: 'volunteer', rule: 'ORG-1', refused: ['carryOut'] },
  { workflow: trainingWorkflow, field: 'volunteer', is: 'volunteer', rule: 'ORG-1', refused: ['create', 'withdraw'] },
  { workflow: vettingWorkflow, field: 'volunteer', is: 'volunteer', rule: 'ORG-1', refused: ['create', 'withdraw'] },
  {
    workflow: matchWorkflow,
    bare: { startsOn: '2026-03-10' },
    field: 'volunteer',
    is: 'volunteer',
    rule: 'ORG-1',
    refused: ['choose', 'start', 'end'],
  },
  { workflow: policyVersionWorkflow, field: 'author', is: 'account', rule: 'POL-3', refused: ['adopt', 'schedule'] },
  {
    workflow: translationWorkflow,
    bare: { text: richText('Some words.') },
    field: 'author',
    is: 'account',
    rule: 'POL-3',
    refused: ['adopt'],
  },
  {
    workflow: applicationWorkflow,
    field: 'enteredBy',
    is: 'account',
    rule: 'ORG-1',
    refused: ['approve', 'notApprove'],
  },
]
