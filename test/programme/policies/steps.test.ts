import { expect, test } from '@jest/globals'
import { acceptanceWorkflow } from '../../../src/programme/policies/acceptances/workflow.ts'
import { translationWorkflow } from '../../../src/programme/policies/translations/workflow.ts'
import { policyVersionWorkflow } from '../../../src/programme/policies/versions/workflow.ts'
import { EVERYBODY_AT_ALL, holdsOnFacts, ME, somebody, theSoftware } from '../../support/stepsOnFacts.ts'

const adopters = ['committee', 'trustee']
const current = { id: 'the one before', number: '1.9', adoptedOn: '2026-03-01' }
const numbered = [
  ['a number that is taken', { facts: { isNumberTaken: true } }, /POL-2: There is a version 2\.0/],
  ['no higher number', { facts: { number: '1.9' } }, /POL-2: Version 1\.9 would come before/],
  ['the first of all', { facts: { number: '0.1', current: undefined } }],
] as const
const laidOut = [
  'no form',
  { facts: { wordingProblem: 'A heading is gone.' } },
  /CON-2: .*A heading is gone\./,
] as const
const written = [
  ['what they wrote', { facts: { writerIds: ['another', ME] } }, /POL-3: You wrote this version/],
  ['what others wrote', { facts: { writerIds: ['another', 'a third'] } }],
] as const
const signature = { adoptedByUser: ME, adoptedBy: 'The committee', signedBy: 'Quinn Invented' }
const dates = { adoptedOn: '2026-03-03', graceUntil: '2026-03-17', reviewOn: '2027-03-03' }

holdsOnFacts({
  workflow: policyVersionWorkflow,
  facts: {
    number: '2.0',
    changes: 'A new telephone number.',
    words: 'Be kind.',
    graceUntil: null,
    reviewOn: null,
    reviewIn: null,
    adoptedBy: null,
    signedBy: null,
    adoptsOn: '2026-03-03',
    adopterId: 'who set the day',
    writerIds: ['who wrote it'],
    current,
    isNumberTaken: false,
    wordingProblem: null,
  },
  states: ['draft', 'proposed', 'scheduled', 'adopted', 'superseded'],
  locked: ['policy: policies'],
  editable: { draft: ['number', 'text', 'changes', 'adoptedBy', 'signedBy', 'reviewOn', 'reviewIn', 'graceUntil'] },
  steps: {
    create: {
      by: ['committee', 'administrator', 'the software'],
      when: [...numbered, ['no reason yet', { facts: { changes: '' } }]],
      writes: [
        [{}, { author: ME }],
        [{ actor: theSoftware }, { author: null }],
      ],
    },
    propose: {
      from: ['draft'],
      to: 'proposed',
      by: ['committee'],
      when: [
        ...numbered,
        laidOut,
        ['no reason', { facts: { changes: ' ' } }, /POL-2: It is not written down what changed/],
        ['a place to fill in', { facts: { words: 'Ring [Fill in: who].' } }, /POL-2: .*“who”/],
        ['what they wrote', { facts: { writerIds: [ME] } }],
      ],
    },
    adopt: {
      from: ['proposed'],
      to: 'adopted',
      by: adopters,
      when: [
        ...numbered,
        ...written,
        laidOut,
        ['from today', { input: { on: '2026-03-03' } }],
        [
          'from tomorrow',
          { input: { on: '2026-03-04' } },
          /POL-3: Wednesday 4 March|POL-3: 4 March 2026 is still ahead/,
        ],
        ['from the day of the one before', { input: { on: '2026-03-01' } }],
        ['from before it', { input: { on: '2026-02-28' } }, /POL-2: The version before it was adopted/],
        ['from whenever, the first', { facts: { current: undefined }, input: { on: '2020-07-01' } }],
        [
          'the last before it without its day',
          { facts: { current: { ...current, adoptedOn: null } }, input: { on: '2020-07-01' } },
        ],
        ['to be accepted that day', { facts: { graceUntil: '2026-03-03' } }],
        ['to be accepted before', { facts: { graceUntil: '2026-03-02' } }, /POL-4: It is to be accepted by/],
      ],
      beside: { on: '2026-03-03', around: '', adoptedBy: 'The trustees', signedBy: 'Sky Specimen' },
      writes: [
        [{}, { ...signature, ...dates }],
        [{ actor: somebody({ roles: ['trustee'] }) }, { ...signature, ...dates, adoptedBy: 'The trustees' }],
        [
          { facts: { graceUntil: '2026-04-01', reviewOn: '2026-12-01', adoptedBy: 'The chair', signedBy: 'Sky' } },
          {
            adoptedByUser: ME,
            adoptedBy: 'The chair',
            signedBy: 'Sky',
            adoptedOn: '2026-03-03',
            graceUntil: '2026-04-01',
            reviewOn: '2026-12-01',
          },
        ],
        [
          {
            facts: { adoptedBy: 'The chair', signedBy: 'Sky' },
            input: { on: '2026-03-02', adoptedBy: ' All of us ', signedBy: ' River ' },
          },
          {
            adoptedByUser: ME,
            adoptedBy: 'All of us',
            signedBy: 'River',
            adoptedOn: '2026-03-02',
            graceUntil: '2026-03-16',
            reviewOn: '2027-03-02',
          },
        ],
        [
          { facts: { adoptedBy: 'The chair', signedBy: 'Sky' }, input: { adoptedBy: ' ', signedBy: ' ' } },
          { ...signature, ...dates, adoptedBy: 'The chair', signedBy: 'Sky' },
        ],
        [{ actor: theSoftware }, { ...dates, adoptedByUser: null, adoptedBy: 'The trustees', signedBy: null }],
      ],
    },
    schedule: {
      from: ['proposed'],
      to: 'scheduled',
      by: adopters,
      when: [
        ...numbered,
        ...written,
        laidOut,
        ['for tomorrow', { input: { on: '2026-03-04' } }],
        ['for today', { input: { on: '2026-03-03' } }, /POL-3: .*3 March.* is not ahead/],
        ['to be accepted that day', { facts: { graceUntil: '2026-03-04' }, input: { on: '2026-03-04' } }],
        [
          'to be accepted before',
          { facts: { graceUntil: '2026-03-03' }, input: { on: '2026-03-04' } },
          /POL-4: It is to be accepted by/,
        ],
        [
          'before the one before, which was dated ahead',
          { facts: { current: { ...current, adoptedOn: '2026-03-05' } }, input: { on: '2026-03-04' } },
          /POL-2: The version before it was adopted/,
        ],
        ['the first', { facts: { current: undefined }, input: { on: '2026-03-04' } }],
      ],
      beside: { on: '2026-03-04', adoptedBy: 'The trustees', signedBy: 'Sky Specimen' },
      writes: [
        [{ input: { on: '2026-03-10' } }, { ...signature, adoptsOn: '2026-03-10' }],
        [{ input: { on: 'soon' } }, { ...signature, adoptsOn: null }],
      ],
    },
    withdraw: {
      from: ['proposed', 'scheduled'],
      to: 'draft',
      by: ['committee'],
      writes: [[{}, { adoptsOn: null, adoptedByUser: null }]],
    },
    takeEffect: {
      from: ['scheduled'],
      to: 'adopted',
      by: EVERYBODY_AT_ALL,
      automatic: true,
      when: [
        ...numbered,
        laidOut,
        ['no day', { facts: { adoptsOn: null } }, /POL-3: No day is set/],
        ['set by nobody', { facts: { adopterId: null } }, /POL-3: No day is set/],
        ['a day ahead', { facts: { adoptsOn: '2026-03-04' } }, /POL-3: .*4 March.* is still ahead/],
        ['a day that was missed', { facts: { adoptsOn: '2026-03-02' } }],
        ['set by a writer', { facts: { adopterId: 'who wrote it' } }, /POL-3: You wrote this version/],
        ['before the one before', { facts: { adoptsOn: '2026-02-28' } }, /POL-2: The version before it/],
        [
          'before the one before without a day',
          { facts: { adoptsOn: '2026-02-28', current: { ...current, adoptedOn: null } } },
        ],
        ['the first', { facts: { adoptsOn: '2026-02-28', current: undefined } }],
        ['to be accepted before', { facts: { graceUntil: '2026-03-02' } }, /POL-4: It is to be accepted by/],
      ],
      writes: [
        [{}, dates],
        [
          { facts: { adoptsOn: '2026-03-02' } },
          { adoptedOn: '2026-03-02', graceUntil: '2026-03-16', reviewOn: '2027-03-02' },
        ],
      ],
    },
    supersede: { from: ['adopted'], to: 'superseded', by: EVERYBODY_AT_ALL, automatic: true },
  },
})

test.each(['adopt', 'schedule'])(
  '[POL-2] who adopted and who signed are so long at most, and %s takes real days',
  (action) => {
    const isTaken = (changes: object) =>
      policyVersionWorkflow.inputOf(action)?.safeParse({ on: '2026-03-04', ...changes }).success
    for (const name of ['adoptedBy', 'signedBy'])
      expect([160, 161].map((letters) => isTaken({ [name]: 'x'.repeat(letters) }))).toEqual([true, false])
    expect(isTaken({ on: '2026-02-30' })).toBe(false)
    expect(isTaken({ on: undefined })).toBe(action === 'adopt')
  },
)

const wording = [
  ['another document', { facts: { kind: 'code-of-conduct' } }, /POL-2: Only the parental consent wording/],
  ['no version', { facts: { kind: null, versionStatus: null } }, /POL-2: Only the parental consent wording/],
  ['a version of before', { facts: { versionStatus: 'superseded' } }, /POL-2: This version is no longer in force/],
  ['a version that is proposed', { facts: { versionStatus: 'proposed' } }],
] as const
holdsOnFacts({
  workflow: translationWorkflow,
  facts: {
    kind: 'consent-wording',
    versionStatus: 'adopted',
    language: 'pl',
    isTaken: false,
    words: 'Słowa.',
    problem: null,
    digest: 'the digest',
    writerIds: ['who wrote it'],
  },
  states: ['draft', 'adopted'],
  locked: ['version: policy-versions'],
  editable: { draft: ['text', 'translatedBy'] },
  steps: {
    create: {
      by: ['committee'],
      when: [
        ...wording,
        ['what is there', { facts: { isTaken: true, language: 'pl' } }, /POL-2: There are words in Polish/],
        ['what is there, in no language', { facts: { isTaken: true, language: 7 } }, /POL-2: .*in this language/],
        ['no form yet', { facts: { problem: 'A heading is gone.' } }],
      ],
      writes: [
        [{}, { author: ME }],
        [{ actor: theSoftware }, { author: null }],
      ],
    },
    adopt: {
      from: ['draft'],
      to: 'adopted',
      by: adopters,
      when: [
        ...wording,
        ...written,
        ['a place to fill in', { facts: { words: '[Fill in: kto]' } }, /POL-2: .*“kto”/],
        ['no form', { facts: { problem: 'A heading is gone.' } }, /CON-2: .*A heading is gone\./],
        ['what is there', { facts: { isTaken: true } }],
      ],
      writes: [
        [{}, { adoptedOn: '2026-03-03', adoptedByUser: ME, textDigest: 'the digest' }],
        [{ actor: theSoftware }, { adoptedOn: '2026-03-03', adoptedByUser: null, textDigest: 'the digest' }],
      ],
    },
  },
})

holdsOnFacts({
  workflow: acceptanceWorkflow,
  facts: {
    userId: ME,
    isAdopted: true,
    digest: 'the digest',
    shownDigest: 'the digest',
    alreadyAccepted: false,
    typedName: 'Quinn Invented',
    statement: 'I have read it.',
  },
  states: ['accepted'],
  locked: ['version: policy-versions'],
  steps: {
    create: {
      by: ['co-ordinator', 'committee', 'trustee', 'volunteer', 'administrator', 'no role'],
      when: [
        ['for another', { facts: { userId: 'another' } }, /POL-4: Everybody accepts for themselves/],
        ['what is proposed', { facts: { isAdopted: false } }, /POL-4: Only the version that is adopted/],
        ['another text', { facts: { shownDigest: 'another' } }, /POL-4: The text you saw is not/],
        ['twice', { facts: { alreadyAccepted: true } }, /POL-4: You have accepted this version already/],
        ['no name', { facts: { typedName: ' ' } }, /POL-4: Type your name/],
        [
          'a quarter of an hour after the password',
          { actor: somebody({ provenAt: new Date('2026-03-03T11:45:00Z') }) },
        ],
        [
          'a moment later',
          { actor: somebody({ provenAt: new Date('2026-03-03T11:44:59.999Z') }) },
          /POL-4: You gave your password more than 15 minutes ago/,
        ],
      ],
      writes: [[{}, { acceptedAt: '2026-03-03T12:00:00.000Z', statement: 'I have read it.' }]],
    },
  },
})
