import { expect, test } from '@jest/globals'
import { contactSentence } from '../../../src/programme/people/families/contactRules.ts'
import { accountChangeWorkflow } from '../../../src/programme/people/accountChanges/workflow.ts'
import {
  EVERYBODY_AT_ALL,
  holderOf,
  holdsOnFacts,
  ME,
  somebody,
  theSoftware,
  THIS,
} from '../../support/stepsOnFacts.ts'

const administrator = somebody({ roles: ['administrator'] })
const coordinator = somebody({ roles: ['co-ordinator'] })
const trustee = somebody({ roles: ['trustee'] })
const anAddress = { kind: 'address', newAddress: 'sky@example.org', role: undefined }
const ownAddress = { ...anAddress, userId: ME, proposedBy: ME }
const aVolunteer = { kind: 'volunteer', role: undefined, volunteer: { id: 'v', name: 'Sky Specimen', userId: null } }
const person = { name: 'Harper Sample', email: 'harper@example.org', isOpen: false }
const decided = (by: string | null, how: string) => ({
  decidedBy: by,
  decidedAt: '2026-03-03T12:00:00.000Z',
  decidedHow: how,
})

const complete = [
  ['nobody’s account', { facts: { person: undefined } }, /INPUT: There is no such account/],
  ['no role', { facts: { role: undefined } }, /INPUT: No role is chosen/],
  [
    'an account that is open',
    { facts: { kind: 'reopen', person: { ...person, isOpen: true } } },
    /INPUT: This account/,
  ],
  ['an account that is closed', { facts: { kind: 'reopen', role: undefined } }],
  ['no volunteer', { facts: { ...aVolunteer, volunteer: undefined } }, /INPUT: No volunteer is chosen/],
  ['a volunteer’s account', { facts: { ...aVolunteer, userIsVolunteer: true } }, /INPUT: This account belongs/],
  ['a volunteer', { facts: aVolunteer }],
  ['a role for a volunteer', { facts: { userIsVolunteer: true } }],
  ['a role for who is open', { facts: { person: { ...person, isOpen: true } } }],
] as const
const completeAddress = [
  ['an address', { facts: anAddress }],
  ['no address', { facts: { ...anAddress, newAddress: 'sky' } }, /INPUT: That is no email address/],
  [
    'letters that look like ours',
    { facts: { ...anAddress, newAddress: 'ѕky@example.org' } },
    /INPUT: That is no email/,
  ],
  ['the address in use', { facts: { ...anAddress, newAddress: person.email } }, /INPUT: That is the address/],
] as const
const twoWeeks = [
  ['the last moment', { facts: { endsAt: new Date('2026-03-03T12:00:00.001Z') } }],
  ['two weeks', { facts: { endsAt: new Date('2026-03-03T12:00:00Z') } }, /ORG-1: This waited for two weeks/],
  ['no end', { facts: { endsAt: undefined } }],
] as const
const taken = [
  ['an address that is taken', { facts: { ...anAddress, isTaken: true } }, /INPUT: This address cannot be used/],
  ['a role beside it', { facts: { isTaken: true } }],
] as const

const inAWeek = new Date('2026-03-10T12:00:00Z')
const alone = { proposedBy: ME, seconds: 0 }

holdsOnFacts({
  workflow: accountChangeWorkflow,
  facts: {
    id: THIS,
    kind: 'role',
    userId: 'the person concerned',
    proposedBy: 'who proposed it',
    endsAt: new Date('2026-03-17T12:00:00Z'),
    newAddress: '',
    role: 'trustee',
    person,
    isTaken: false,
    isWaiting: false,
    volunteer: undefined,
    userIsVolunteer: false,
    seconds: 2,
    anybodyElseEver: true,
  },
  states: ['proposed', 'done', 'declined', 'withdrawn', 'expired'],
  locked: ['user: users'],
  steps: {
    create: {
      by: ['administrator'],
      as: administrator,
      when: [
        ...complete,
        ...completeAddress,
        ['a role, by the committee', { actor: somebody() }, /ORG-1: Administrators look after accounts/],
        ['a volunteer, by the co-ordinator', { facts: aVolunteer, actor: coordinator }],
        ['a volunteer, by a trustee', { facts: aVolunteer, actor: trustee }, /ORG-1: Administrators look after/],
        ['another’s address, by the committee', { facts: anAddress, actor: somebody() }, /ORG-1: Administrators look/],
        ['one’s own address', { facts: ownAddress, actor: trustee }],
        [
          'one’s own address, an hour after the password',
          { facts: ownAddress, actor: { ...trustee, provenAt: new Date('2026-03-03T11:44:59Z') } },
          /ORG-1: Your own address needs your password/,
        ],
        [
          'another’s address, an hour after the password',
          { facts: anAddress, actor: { ...administrator, provenAt: new Date('2026-03-03T11:00:00Z') } },
        ],
        [
          'a role, an hour after the password',
          { actor: { ...administrator, provenAt: new Date('2026-03-03T11:00:00Z') } },
        ],
        ['a role for oneself', { facts: { userId: ME } }, /ORG-1: This is about you, so somebody else proposes it/],
        [
          'a volunteer’s record that is one’s own',
          { facts: { ...aVolunteer, volunteer: { id: 'v', name: 'Sky Specimen', userId: ME } } },
          /ORG-1: This is about you, so somebody else proposes it/,
        ],
        [taken[0][0], { facts: { ...anAddress, isTaken: true } }, /INPUT: This address cannot be used/],
        ['one’s own address, taken', { facts: { ...ownAddress, isTaken: true }, actor: trustee }],
        ['a role, with an address that is taken', { facts: { isTaken: true } }],
        ['an address twice', { facts: { ...anAddress, isWaiting: true } }, /ORG-1: You have proposed another address/],
        ['a role, while an address waits', { facts: { isWaiting: true } }],
      ],
      writes: [
        [
          {},
          {
            proposedBy: ME,
            presentAddress: 'harper@example.org',
            newAddress: null,
            endsAt: '2026-03-17T12:00:00.000Z',
          },
        ],
        [
          { facts: anAddress, actor: theSoftware },
          {
            proposedBy: null,
            presentAddress: 'harper@example.org',
            newAddress: 'sky@example.org',
            endsAt: '2026-03-17T12:00:00.000Z',
          },
        ],
      ],
    },
    confirm: {
      from: ['proposed'],
      to: 'done',
      by: ['administrator', 'committee'],
      when: [
        ...complete,
        ...completeAddress,
        ...twoWeeks,
        ...taken,
        ['another’s address', { facts: { ...anAddress, userId: 'one', proposedBy: 'another' } }],
        [
          'an own address',
          { facts: { ...anAddress, userId: 'one', proposedBy: 'one' } },
          /ORG-1: Administrators and the committee/,
        ],
        ['an own role', { facts: { userId: 'one', proposedBy: 'one' } }],
        ['what is about them', { facts: { userId: ME } }, /ORG-1: This is about you\. Your word/],
        [
          'whose volunteer’s record is theirs',
          { facts: { ...aVolunteer, volunteer: { id: 'v', name: 'Sky Specimen', userId: ME } } },
          /ORG-1: This is about you\. Your word/,
        ],
        ['what they proposed', { facts: { proposedBy: ME } }, /ORG-1: You proposed this, so somebody else confirms it/],
        [
          'what they proposed, with one other left',
          { facts: { proposedBy: ME, seconds: 1 }, now: inAWeek },
          /ORG-1: You proposed this, so somebody else confirms it/,
        ],
        ['what they proposed, nobody else ever', { facts: { ...alone, anybodyElseEver: false } }],
        ['alone, after a week', { facts: alone, now: inAWeek }],
        [
          'alone, a moment before',
          { facts: alone, now: new Date(inAWeek.getTime() - 1) },
          /ORG-1: You proposed this, and there is nobody else now.*7 days after/,
        ],
        [
          'alone, with no end',
          { facts: { ...alone, endsAt: undefined }, now: inAWeek },
          /ORG-1: You proposed this, and there is nobody else now/,
        ],
      ],
      writes: [
        [{}, decided(ME, 'A second person')],
        [{ actor: holderOf('new-address') }, decided(null, 'The link to the new address')],
        [{ actor: holderOf('present-address') }, decided(null, 'The link to the present address')],
      ],
    },
    confirmByLink: {
      from: ['proposed'],
      to: 'done',
      by: ['link: present-address'],
      as: holderOf('present-address'),
      when: [
        ...complete,
        ...completeAddress.map(([what, { facts }, says]) => [what, { facts }, says] as const),
        ...twoWeeks,
        ...taken,
        ['an own address, by the new one', { facts: ownAddress, actor: holderOf('new-address') }],
        ['an own address, by the present one', { facts: ownAddress }, /ORG-1: This link does not answer that/],
        ['another’s, by the new one', { actor: holderOf('new-address') }, /ORG-1: This link does not answer that/],
        ['by another link', { actor: holderOf('present-address', 'another') }, /ORG-1: This link does not answer that/],
      ],
      writes: [[{}, decided(null, 'The link to the present address')]],
    },
    decline: {
      from: ['proposed'],
      to: 'declined',
      by: ['administrator', 'committee'],
      when: [
        ['what they proposed', { facts: { proposedBy: ME } }, /ORG-1: You proposed this\. Withdraw it/],
        ['what is over', { facts: { endsAt: new Date('2026-03-03T12:00:00Z') } }],
      ],
      texts: { reason: 500 },
      writes: [
        [{ input: { reason: 'Who is this?' } }, { ...decided(ME, 'A second person'), declinedBecause: 'Who is this?' }],
      ],
    },
    declineByLink: {
      from: ['proposed'],
      to: 'declined',
      by: ['link: present-address'],
      as: holderOf('present-address'),
      when: [
        ['an own address, by the present one', { facts: ownAddress }],
        ['an own address, by the new one', { facts: ownAddress, actor: holderOf('new-address') }],
        ['another’s, by the new one', { actor: holderOf('new-address') }, /ORG-1: This link does not answer that/],
        [
          'an own address, by the new one of another',
          { facts: ownAddress, actor: holderOf('new-address', 'another') },
          /ORG-1: This link does not answer that/,
        ],
      ],
      writes: [[{}, decided(null, 'The link to the present address')]],
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: [],
      as: somebody({ userId: 'who proposed it', roles: [] }),
      when: [['what another proposed', { actor: somebody() }, /ORG-1: Whoever proposed this withdraws it/]],
      writes: [[{}, decided('who proposed it', 'A second person')]],
    },
    supersede: { from: ['proposed'], to: 'withdrawn', by: EVERYBODY_AT_ALL, automatic: true },
    expire: { from: ['proposed'], to: 'expired', by: EVERYBODY_AT_ALL, automatic: true },
  },
})

test('[CON-8] of somebody to be written to alone it is said, and that they like to be rung is not', () => {
  const reached = {
    name: 'Alex Testerton',
    relationship: 'Mother',
    contactWords: null,
    formLanguage: null,
    language: null,
  }
  const said = (contactRule: 'usual' | 'writing', preferredWay: 'telephone' | 'email' | null) =>
    contactSentence({ ...reached, contactRule, preferredWay })
  expect([
    said('writing', 'telephone'),
    said('writing', 'email'),
    said('usual', 'telephone'),
    said('usual', null),
  ]).toEqual([
    'Write to Alex Testerton (mother); do not ring.',
    'Write to Alex Testerton (mother); do not ring. Prefers email.',
    'Prefers a telephone call.',
    '',
  ])
})
