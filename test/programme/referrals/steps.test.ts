import { referralWorkflow } from '../../../src/programme/referrals/decisions/workflow.ts'
import { incomingWorkflow } from '../../../src/programme/referrals/incoming/workflow.ts'
import { viewWorkflow } from '../../../src/programme/referrals/views/workflow.ts'
import { holderOf, holdsOnFacts, ME, somebody, theSoftware, THIS } from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const committee = ['committee']
const open = ['received', 'more-asked']
const decided = { decidedBy: ME, decidedAt: '2026-03-03T12:00:00.000Z' }
const entered = ['what they entered', { facts: { enteredBy: ME } }, /ORG-1: You entered this referral/] as const
const accept = (...by: string[]) => by.map((one) => ({ kind: 'accept', by: one }))
const overCapacity = (...by: string[]) => by.map((one) => ({ kind: 'over-capacity', by: one }))
const full = { inProgramme: 10, capacity: 10 }
const two = { membersToAccept: 2 }

const sayYes = {
  by: committee,
  when: [
    entered,
    ['where one is enough', { facts: { membersToAccept: 1 } }, /ORG-2: One committee member is enough/],
    ['twice', { facts: { voices: accept(ME) } }, /ORG-2: You have said yes to this already/],
    ['after another', { facts: { voices: accept('another') } }],
    ['after a yes of the other kind', { facts: { voices: overCapacity(ME) } }],
    ['no goal yet', { facts: { goals: 0, memberToday: false } }],
  ] as const,
}
const allowOneMore = {
  by: committee,
  when: [
    entered,
    ['where there is room', { facts: { inProgramme: 9 } }, /ELG-5: There is room for this child/],
    ['twice', { facts: { voices: overCapacity(ME) } }, /ORG-2: You have said yes to this already/],
    ['after a yes of the other kind', { facts: { voices: accept(ME) } }],
  ] as const,
  texts: { reason: 2000 },
}

holdsOnFacts({
  workflow: referralWorkflow,
  facts: {
    memberToday: true,
    hasActiveMatch: false,
    goals: 1,
    enteredBy: 'who entered it',
    incoming: THIS,
    // Full, and allowed by another, so that each step can be taken.
    ...full,
    voices: overCapacity('another'),
    ...two,
    membersOverCapacity: 1,
    committee: [{ id: 'another', name: 'Casey Standin' }],
    candidates: [],
  },
  states: ['received', 'more-asked', 'accepted', 'declined', 'finished'],
  locked: ['child: children'],
  editable: {
    received: ['source', 'referrerName', 'mainReason', 'concern'],
    'more-asked': ['source', 'referrerName', 'mainReason', 'concern'],
  },
  steps: {
    create: {
      by: office,
      writes: [
        [{}, { enteredBy: ME }],
        [{ input: { incoming: 'from outside' } }, { enteredBy: null }],
        [{ actor: theSoftware }, { enteredBy: null }],
      ],
    },
    accept: {
      from: open,
      to: 'accepted',
      by: committee,
      facts: { membersToAccept: 1 },
      when: [
        entered,
        ['no member', { facts: { memberToday: false } }, /ELG-1: Only a current member/],
        ['no goal', { facts: { goals: 0 } }, /ELG-3: Accepting needs at least one goal/],
        ['two are needed', { facts: two }, /ORG-2: Accepting a child needs 2 committee members; so far there is one/],
        ['two are there', { facts: { ...two, voices: [...overCapacity('another'), ...accept('another')] } }],
        [
          'three are needed',
          { facts: { membersToAccept: 3, voices: [...overCapacity('another'), ...accept('another')] } },
          /so far there are 2/,
        ],
        [
          'of whoever entered it the yes does not count',
          { facts: { ...two, voices: [...overCapacity('another'), ...accept('who entered it')] } },
          /ORG-2: .*so far there is one/,
        ],
        ['full', { facts: { voices: [] } }, /ELG-5: There is room for 10 children, and 10 are in the programme/],
        [
          'one place, and one taken',
          { facts: { voices: [], capacity: 1, inProgramme: 1 } },
          /ELG-5: There is room for one child, and one is in/,
        ],
        ['the last place', { facts: { voices: [], inProgramme: 9 } }],
        ['full, and two are needed for one more', { facts: { membersOverCapacity: 2 } }, /from one committee member\./],
        ['full, and three', { facts: { membersOverCapacity: 3 } }, /from 2 committee members\./],
        ['full, allowed by whoever entered it', { facts: { voices: overCapacity('who entered it') } }, /ELG-5/],
        ['full, accepted by another', { facts: { voices: accept('another') } }, /ELG-5/],
        ['a match', { facts: { hasActiveMatch: true } }],
      ],
      writes: [
        [{}, decided],
        [{ actor: theSoftware }, { ...decided, decidedBy: null }],
      ],
    },
    sayYes: { from: ['received'], to: 'received', ...sayYes },
    sayYesMeanwhile: { from: ['more-asked'], to: 'more-asked', ...sayYes },
    allowOneMore: { from: ['received'], to: 'received', ...allowOneMore },
    allowOneMoreMeanwhile: { from: ['more-asked'], to: 'more-asked', ...allowOneMore },
    decline: {
      from: open,
      to: 'declined',
      by: committee,
      when: [entered, ['no member', { facts: { memberToday: false, goals: 0 } }]],
      texts: { reason: 2000 },
      writes: [
        [
          { input: { reason: 'Another club fits better.' } },
          { ...decided, decisionReason: 'Another club fits better.' },
        ],
      ],
    },
    askForMore: {
      from: ['received'],
      to: 'more-asked',
      by: committee,
      when: [['what they entered', { facts: { enteredBy: ME } }]],
      texts: { reason: 2000 },
      writes: [[{ input: { reason: 'Which school?' } }, { decisionReason: 'Which school?' }]],
    },
    answer: {
      from: ['more-asked'],
      to: 'received',
      by: ['link: referrer'],
      as: holderOf('referrer'),
      when: [
        ['of another referral', { facts: { incoming: 'another' } }, /ELG-3: Only the referrer answers/],
        ['of none from outside', { facts: { incoming: null } }, /ELG-3: Only the referrer answers/],
      ],
      texts: { answer: 8000 },
    },
    recordAnswer: { from: ['more-asked'], to: 'received', by: office, texts: { answer: 8000, saidBy: 120 } },
    finish: {
      from: ['accepted'],
      to: 'finished',
      by: committee,
      when: [
        ['a match', { facts: { hasActiveMatch: true } }, /MAT-5: A volunteer still meets this child/],
        ['what they entered', { facts: { enteredBy: ME } }],
      ],
      texts: { reason: 2000 },
      writes: [[{ input: { reason: 'Has moved.' } }, { decisionReason: 'Has moved.' }]],
    },
  },
})

const correctAddress = {
  by: office,
  beside: { email: 'sam@example.org' },
  writes: [[{ input: { email: 'sam@example.org' } }, { referrerEmail: 'sam@example.org' }]] as const,
}
const add = {
  by: ['link: referrer'],
  as: holderOf('referrer'),
  when: [
    ['to what is decided', { facts: { isOpen: false } }, /ELG-3: This referral is decided already/],
    ['to another’s', { facts: { id: 'another' } }, /ELG-2: Only the referrer adds to it/],
  ] as const,
  texts: { added: 8000 },
}
holdsOnFacts({
  workflow: incomingWorkflow,
  facts: { id: THIS, isOpen: true },
  states: ['to-link', 'linked', 'set-aside'],
  locked: [],
  steps: {
    create: { by: ['link: form', 'link: another’s form'], as: holderOf('form') },
    link: {
      from: ['to-link'],
      to: 'linked',
      by: office,
      beside: { child: '6e1b5b64-8f0e-4cf0-9b7e-0c2f0a6f0d11' },
      writes: [
        [{ input: { child: 'a child' } }, { linkedBy: ME, child: 'a child' }],
        [
          { input: { child: 'a child' }, actor: theSoftware },
          { linkedBy: null, child: 'a child' },
        ],
      ],
    },
    linkToNewChild: {
      from: ['to-link'],
      to: 'linked',
      by: office,
      beside: { anotherChildBecause: 'A cousin.' },
      writes: [[{}, { linkedBy: ME }]],
    },
    setAside: {
      from: ['to-link'],
      to: 'set-aside',
      by: office,
      texts: { reason: 2000 },
      writes: [[{ input: { reason: 'Sent twice.' } }, { linkedBy: ME, setAsideReason: 'Sent twice.' }]],
    },
    add: { from: ['to-link'], to: 'to-link', ...add },
    addToLinked: { from: ['linked'], to: 'linked', ...add },
    correctAddress: { from: ['to-link'], to: 'to-link', ...correctAddress },
    correctAddressOfLinked: { from: ['linked'], to: 'linked', ...correctAddress },
  },
})

const decidedAlready = [
  'what is decided',
  { facts: { referralIsOpen: false } },
  /ELG-9: This referral has been/,
] as const
holdsOnFacts({
  workflow: viewWorkflow,
  facts: { id: THIS, endsAt: new Date('2026-03-24T12:00:00Z'), referralIsOpen: true },
  states: ['open', 'answered', 'cancelled'],
  locked: [],
  steps: {
    create: {
      by: office,
      when: [decidedAlready],
      writes: [
        [{}, { askedBy: ME, endsAt: '2026-03-24T12:00:00.000Z' }],
        [{ actor: theSoftware }, { askedBy: null, endsAt: '2026-03-24T12:00:00.000Z' }],
      ],
    },
    answer: {
      from: ['open'],
      to: 'answered',
      by: ['link: view'],
      as: holderOf('view'),
      when: [
        decidedAlready,
        [
          'a link that ends this moment',
          { facts: { endsAt: new Date('2026-03-03T12:00:00Z') } },
          /ELG-9: This link has run out/,
        ],
        ['a link that ends in a moment', { facts: { endsAt: new Date('2026-03-03T12:00:00.001Z') } }],
        ['a link without an end', { facts: { endsAt: null } }],
      ],
      texts: { view: 8000 },
      writes: [[{}, { answeredAt: '2026-03-03T12:00:00.000Z' }]],
    },
    correctAddress: {
      from: ['open'],
      to: 'open',
      by: office,
      when: [decidedAlready],
      beside: { email: 'kim@example.org' },
      writes: [
        [{ input: { email: 'kim@example.org' } }, { email: 'kim@example.org', endsAt: '2026-03-24T12:00:00.000Z' }],
      ],
    },
    cancel: {
      from: ['open'],
      to: 'cancelled',
      by: office,
      as: somebody(),
      when: [['what is decided', { facts: { referralIsOpen: false } }]],
    },
  },
})
