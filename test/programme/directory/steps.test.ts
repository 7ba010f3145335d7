import { expect, test } from '@jest/globals'
import { mayReadEntries, mayReadSuggestions, maySuggest } from '../../../src/programme/directory/access.ts'
import { entryWorkflow } from '../../../src/programme/directory/entries/workflow.ts'
import { suggestionWorkflow } from '../../../src/programme/directory/suggestions/workflow.ts'
import { EVERYBODY_AT_ALL, holderOf, holdsOnFacts, ME, somebody, theSoftware } from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const said = [
  ['no price', { facts: { cost: 'price', costPence: null } }, /DIR-1: There is no price/],
  ['a price of half a penny', { facts: { cost: 'price', costPence: 0.5 } }, /DIR-1: There is no price/],
  ['a price below nothing', { facts: { cost: 'price', costPence: -1 } }, /DIR-1: There is no price/],
  ['a price', { facts: { cost: 'price', costPence: 250 } }],
  ['no words', { facts: { cost: 'words', costWords: ' ' } }, /DIR-1: What it costs is not said/],
  ['words that are none', { facts: { cost: 'words', costWords: 7 } }, /DIR-1: What it costs is not said/],
  ['words', { facts: { cost: 'words', costWords: 'To be checked' } }],
  ['one age', { facts: { ageFrom: 8, ageTo: 8 } }],
  ['ages the other way round', { facts: { ageFrom: 9, ageTo: 8 } }, /DIR-1: The youngest age is above the oldest/],
  ['no youngest', { facts: { ageFrom: null, ageTo: 8 } }],
  ['no oldest', { facts: { ageFrom: 9, ageTo: null } }],
] as const

holdsOnFacts({
  workflow: entryWorkflow,
  facts: { cost: 'free' },
  states: ['listed', 'taken-off'],
  locked: [],
  editable: {
    listed: [
      'organisation',
      'category',
      'needs',
      'phone',
      'email',
      'website',
      'howToRefer',
      'cost',
      'costPence',
      'costWords',
      'ageFrom',
      'ageTo',
      'area',
      'isPrivatePerson',
      'note',
    ],
    'taken-off': ['note'],
  },
  steps: {
    create: { by: office, when: said },
    check: {
      from: ['listed'],
      to: 'listed',
      by: office,
      writes: [
        [{}, { checkedOn: '2026-03-03', checkedBy: ME, doubtedOn: null }],
        [{ actor: theSoftware }, { checkedOn: '2026-03-03', checkedBy: null, doubtedOn: null }],
      ],
    },
    doubt: {
      from: ['listed'],
      to: 'listed',
      by: EVERYBODY_AT_ALL,
      automatic: true,
      writes: [[{}, { doubtedOn: '2026-03-03' }]],
    },
    takeOff: {
      from: ['listed'],
      to: 'taken-off',
      by: office,
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'It has closed.' } }, { takenOffReason: 'It has closed.' }]],
    },
    putBack: { from: ['taken-off'], to: 'listed', by: office, when: said, writes: [[{}, { takenOffReason: null }]] },
  },
})

const volunteer = somebody({ roles: ['volunteer'], profiles: { volunteers: 'their own' } })
const aNewPlace = { kind: 'new-place', entry: 'none' }
const whole = [
  ['a new place', { facts: aNewPlace }],
  [
    'a new place of no kind',
    { facts: { ...aNewPlace, hasCategory: false } },
    /DIR-1: It is not said what kind of place/,
  ],
  ['what is said of no place', { facts: { entry: 'none' } }, /DIR-1: It is not said which place is meant/],
  ['what is said of a place that is gone', { facts: { entry: 'gone' } }, /DIR-1: This place is no longer in/],
  ['what is said of a place, without a kind', { facts: { hasCategory: false } }],
] as const
const own = ['what they suggested', { facts: { suggestedBy: ME } }, /ORG-1: You suggested this yourself/] as const
const answered = (answer: string | null) => ({ answer, answeredBy: ME, answeredAt: '2026-03-03T12:00:00.000Z' })

holdsOnFacts({
  workflow: suggestionWorkflow,
  facts: { kind: 'out-of-date', hasCategory: true, entry: 'listed', hasOwnOpen: false, suggestedBy: 'another' },
  states: ['open', 'accepted', 'declined'],
  locked: ['entry: directory-entries'],
  steps: {
    create: {
      by: [...office, 'volunteer'],
      as: volunteer,
      when: [...whole, ['twice', { facts: { hasOwnOpen: true } }, /DIR-1: You have told the committee already/]],
      writes: [
        [{}, { suggestedBy: ME }],
        [{ actor: theSoftware }, { suggestedBy: null }],
      ],
    },
    accept: {
      from: ['open'],
      to: 'accepted',
      by: office,
      when: [...whole, own, ['what another said too', { facts: { hasOwnOpen: true } }]],
      beside: { answer: 'Thank you.' },
      writes: [
        [{}, answered(null)],
        [{ input: { answer: '' } }, answered(null)],
        [{ input: { answer: 'Thank you.' } }, answered('Thank you.')],
        [{ actor: theSoftware }, { ...answered(null), answeredBy: null }],
      ],
    },
    decline: {
      from: ['open'],
      to: 'declined',
      by: office,
      when: [own, ['what is said of a place that is gone', { facts: { entry: 'gone' } }]],
      texts: { answer: 500 },
      writes: [[{ input: { answer: 'It is open.' } }, answered('It is open.')]],
    },
  },
})

test('[DIR-1] a word back has 500 letters at most, and need not be said', () => {
  const isTaken = (input: object) => suggestionWorkflow.inputOf('accept')?.safeParse(input).success
  expect([{}, { answer: 'x'.repeat(500) }, { answer: 'x'.repeat(501) }].map(isTaken)).toEqual([true, true, false])
})

test.each([
  ['the co-ordinator', somebody({ roles: ['co-ordinator'] }), true, true, true],
  ['the committee', somebody({ roles: ['committee'] }), true, true, true],
  ['a volunteer', volunteer, { status: { equals: 'listed' } }, { suggestedBy: { equals: ME } }, true],
  ['a volunteer without a record', somebody({ roles: ['volunteer'] }), false, false, false],
  ['a volunteer of before', somebody({ roles: [], profiles: { volunteers: 'their own' } }), false, false, false],
  ['a trustee', somebody({ roles: ['trustee'] }), false, false, false],
  ['an administrator', somebody({ roles: ['administrator'] }), false, false, false],
  ['a link', holderOf('form'), false, false, false],
  ['the software', theSoftware, false, false, false],
])('[DIR-1] what %s reads of the directory and of what is suggested', (_who, actor, entries, suggestions, suggests) => {
  expect([mayReadEntries(actor), mayReadSuggestions(actor), maySuggest(actor)]).toEqual([
    entries,
    suggestions,
    suggests,
  ])
})
