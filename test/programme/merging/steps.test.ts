import { expect, test } from '@jest/globals'
import { compared, joinedWords, requestsToRetire, takenOver, type Side } from '../../../src/programme/merging/rules.ts'
import { mergeWorkflow } from '../../../src/programme/merging/workflow.ts'
import { holdsOnFacts, ME, theSoftware } from '../../support/stepsOnFacts.ts'

const office = ['co-ordinator', 'committee']
const side = (changes: Partial<Side> = {}): Side => ({
  id: 'the record to keep',
  name: 'Robin Testerton',
  knownAs: null,
  bornOn: null,
  school: null,
  heldInYear: null,
  heldInYearOn: null,
  stages: [],
  supportLevelId: null,
  supportLevel: null,
  inCare: false,
  familyId: 'a family',
  familyName: 'The Testertons',
  joinedTo: null,
  isListed: false,
  hasActiveMatch: false,
  background: null,
  needs: null,
  requests: [],
  ...changes,
})
const other = (changes: Partial<Side> = {}): Side =>
  side({ id: 'the other record', name: 'Robyn Testerton', ...changes })
const needs = (changes: Partial<NonNullable<Side['needs']>> = {}): NonNullable<Side['needs']> => ({
  id: 'needs',
  allergies: null,
  medication: null,
  accessNeeds: null,
  inAnEmergency: null,
  ...changes,
})

const two = [
  ['one record alone', { facts: { leave: undefined } }, /SAME-CHILD: Joining needs two records/],
  ['no record to keep', { facts: { keep: undefined } }, /SAME-CHILD: Joining needs two records/],
  ['one record twice', { facts: { leave: side() } }, /SAME-CHILD: Joining needs two records/],
  ['what was joined', { facts: { keep: side({ joinedTo: 'a third' }) } }, /The record of Robin Testerton was joined/],
  ['what was left', { facts: { leave: other({ joinedTo: 'a third' }) } }, /The record of Robyn Testerton was joined/],
  ['what is proposed', { facts: { proposedAlready: true } }, /SAME-CHILD: Somebody has proposed already .*Robyn/],
] as const
const inTwoFamilies = { leave: other({ familyId: 'another family', familyName: 'The Sampletons' }) }
/** Each of some facts of the two records, in both, in one and in the other. */
const inBoth = (changes: Partial<Side>) => ({ facts: { keep: side(changes), leave: other(changes) } })
const inOne = (changes: Partial<Side>) => ({ facts: { keep: side(changes) } })
const inTheOther = (changes: Partial<Side>) => ({ facts: { leave: other(changes) } })
const long = (letters: number) => ({ id: 'background', background: 'x'.repeat(letters) })
// Between both words stand two ends of lines and the sentence that says where the second came from.
const BETWEEN = '\n\nFrom the record that was joined to this one: '

holdsOnFacts({
  workflow: mergeWorkflow,
  facts: {
    proposedBy: 'another',
    keep: side(),
    leave: other(),
    leftFamilyIsUsed: false,
    leftFamilyIsEmptied: false,
    proposedAlready: false,
    areSiblings: false,
  },
  states: ['proposed', 'done', 'withdrawn'],
  locked: ['keep: children', 'leave: children'],
  steps: {
    create: {
      by: office,
      when: [...two, ['both on the working list', inBoth({ isListed: true })]],
      writes: [
        [{}, { proposedBy: ME }],
        [{ actor: theSoftware }, { proposedBy: null }],
      ],
    },
    carryOut: {
      from: ['proposed'],
      to: 'done',
      by: office,
      when: [
        ...two,
        ['what they proposed', { facts: { proposedBy: ME } }, /ORG-1: You proposed this/],
        ['brothers or sisters', { facts: { areSiblings: true } }],
        [
          'two birth dates',
          { facts: { keep: side({ bornOn: '2014-01-20' }), leave: other({ bornOn: '2014-01-21' }) } },
          /born .*20 January.*born .*21 January|born .*20 January.*, the other .*21 January/,
        ],
        [
          'a council that decides, in one alone',
          inTheOther({ inCare: true }),
          /“In the care of a council” is “No” in one record and “Yes” in the other/,
        ],
        ['a council that decides, in the kept one alone', inOne({ inCare: true }), /is “Yes” in one record and “No”/],
        ['a council that decides, in both', inBoth({ inCare: true })],
        [
          'two school years',
          { facts: { keep: side({ heldInYear: 5 }), leave: other({ heldInYear: 6 }) } },
          /“Taught in another school year” is “Year 5” in one record and “Year 6”/,
        ],
        [
          'two stages',
          { facts: { keep: side({ stages: ['one'] }), leave: other({ stages: ['one', 'two'] }) } },
          /“Stage” is “one” in one record and “one, two”/,
        ],
        [
          'two levels of support',
          { facts: { keep: side({ supportLevel: 'A little' }), leave: other({ supportLevel: 'A lot' }) } },
          /“Level of support” is “A little” in one record and “A lot”/,
        ],
        ['a stage here', inOne({ stages: ['one'] })],
        ['a stage there', inTheOther({ stages: ['one'] })],
        ['two schools', { facts: { keep: side({ school: 'One' }), leave: other({ school: 'Another' }) } }],
        ['one birth date', inBoth({ bornOn: '2014-01-20' })],
        ['a birth date here', inOne({ bornOn: '2014-01-20' })],
        ['a birth date there', inTheOther({ bornOn: '2014-01-20' })],
        [
          'two families',
          { facts: { ...inTwoFamilies, leftFamilyIsUsed: true } },
          /“The Testertons” and “The Sampletons”/,
        ],
        ['a family that holds nobody', { facts: inTwoFamilies }],
        ['one family, in use', { facts: { leftFamilyIsUsed: true } }],
        ['two rows of the working list', inBoth({ isListed: true }), /ELG-6: Both records have a row/],
        ['a row here', inOne({ isListed: true })],
        ['a row there', inTheOther({ isListed: true })],
        ['two matches', inBoth({ hasActiveMatch: true }), /MAT-3: Both records have an active match/],
        ['a match here', inOne({ hasActiveMatch: true })],
        ['a match there', inTheOther({ hasActiveMatch: true })],
        [
          'as many words as there may be',
          {
            facts: {
              keep: side({ background: long(5_000) }),
              leave: other({ background: { id: 'b', background: 'y'.repeat(5_000 - BETWEEN.length) } }),
            },
          },
        ],
        [
          'one letter more',
          {
            facts: {
              keep: side({ background: long(5_000) }),
              leave: other({ background: { id: 'b', background: 'y'.repeat(5_001 - BETWEEN.length) } }),
            },
          },
          /“Background” of both together has 10001 letters; 10000 is the most/,
        ],
      ],
      writes: [
        [{}, { carriedOutBy: ME, carriedOutAt: '2026-03-03T12:00:00.000Z' }],
        [{ actor: theSoftware }, { carriedOutBy: null, carriedOutAt: '2026-03-03T12:00:00.000Z' }],
      ],
    },
    withdraw: {
      from: ['proposed'],
      to: 'withdrawn',
      by: office,
      when: [['what they proposed', { facts: { proposedBy: ME } }]],
      texts: { reason: 500 },
      writes: [[{ input: { reason: 'Twins.' } }, { withdrawnBecause: 'Twins.' }]],
    },
  },
})

const full = {
  knownAs: 'Rob',
  bornOn: '2014-01-20',
  school: 'Inventwood School',
  heldInYear: 6,
  heldInYearOn: '2025-09-01',
  stages: ['one', 'two'],
  supportLevelId: 'a level',
  supportLevel: 'Regular help',
}

test('[SAME-CHILD] what each record says is shown line by line: the kept record’s word, and where it has none the other’s', () => {
  const lines = (keep: Side, leave: Side) =>
    compared({ keep, leave }).map(({ label, keep: kept, leave: left, stays, differs }) => [
      label,
      kept,
      left,
      stays,
      differs,
    ])
  expect(lines(side(), other({ ...full, name: 'Robin Testerton' }))).toEqual([
    ['Name', 'Robin Testerton', 'Robin Testerton', 'Robin Testerton', false],
    ['Likes to be called', '', 'Rob', 'Rob', true],
    ['Date of birth', '', '20 January 2014', '20 January 2014', true],
    ['In the care of a council', 'No', 'No', 'No', false],
    ['School', '', 'Inventwood School', 'Inventwood School', true],
    ['Taught in another school year', '', 'Year 6, since 1 September 2025', 'Year 6, since 1 September 2025', true],
    ['Stage', '', 'one, two', 'one, two', true],
    ['Level of support', '', 'Regular help', 'Regular help', true],
    ['Family', 'The Testertons', 'The Testertons', 'The Testertons', false],
    ['Background', '', '', '', false],
    ['Allergies', '', '', '', false],
    ['Medication', '', '', '', false],
    ['Access needs', '', '', '', false],
    ['What to do in an emergency', '', '', '', false],
  ])
  const [name, , , , , taught] = lines(side({ heldInYear: 5 }), other({ heldInYear: 6, heldInYearOn: '2025-09-01' }))
  expect(name).toEqual(['Name', 'Robin Testerton', 'Robyn Testerton', 'Robin Testerton', true])
  expect(taught).toEqual(['Taught in another school year', 'Year 5', 'Year 6, since 1 September 2025', 'Year 5', true])
  expect(
    lines(
      side({ needs: needs({ allergies: ' Nuts ', medication: 'An inhaler' }) }),
      other({ needs: needs({ allergies: 'Nuts', accessNeeds: 'A quiet room', inAnEmergency: 'Ring home' }) }),
    ).slice(-4),
  ).toEqual([
    ['Allergies', ' Nuts ', 'Nuts', 'Nuts', true],
    ['Medication', 'An inhaler', '', 'An inhaler', true],
    ['Access needs', '', 'A quiet room', 'A quiet room', true],
    ['What to do in an emergency', '', 'Ring home', 'Ring home', true],
  ])
})

test('[SAME-CHILD] the kept record takes over each thing of which it says nothing, with what belongs to it, and nothing else', () => {
  expect(takenOver({ keep: side(), leave: other(full) })).toEqual(full)
  expect(
    takenOver({ keep: side({ ...full, school: null }), leave: other({ ...full, school: 'Made-up Hill Academy' }) }),
  ).toEqual({
    school: 'Made-up Hill Academy',
  })
  expect(takenOver({ keep: side({ ...full, stages: [] }), leave: other({ ...full, stages: ['three'] }) })).toEqual({
    stages: ['three'],
  })
  expect(
    takenOver({ keep: side({ heldInYear: 5 }), leave: other({ heldInYear: 6, heldInYearOn: '2025-09-01' }) }),
  ).toEqual({})
  expect(takenOver({ keep: side(full), leave: other() })).toEqual({})
})

test('[SAME-CHILD] what is written at length is put together where both have that record, each in its own place', () => {
  const written = (keep: Partial<Side>, leave: Partial<Side>) =>
    joinedWords({ keep: side(keep), leave: other(leave) }).map(({ collection, id, field, words, longest }) => [
      collection,
      id,
      field,
      words,
      longest,
    ])
  const background = (words: string | null, id = 'background') => ({ background: { id, background: words } })
  expect(written(background('Shy.'), {})).toEqual([])
  expect(written({}, background('Shy.'))).toEqual([])
  expect(written(background('Shy.'), { needs: needs() })).toEqual([])
  expect(written(background('Shy.'), background('Likes trains.', 'another'))).toEqual([
    ['child-backgrounds', 'background', 'background', `Shy.${BETWEEN}Likes trains.`, 10_000],
  ])
  // What is the very same is not said twice; what is a part of the other is said whole.
  expect(written(background(' Likes trains. '), background('Likes trains.'))[0]?.[3]).toBe('Likes trains.')
  expect(
    written(
      { needs: needs({ allergies: 'Not a nut allergy: tested' }) },
      { needs: needs({ allergies: 'nut allergy' }) },
    )[0]?.[3],
  ).toBe(`Not a nut allergy: tested${BETWEEN}nut allergy`)
  expect(written(background(null), background(' Likes trains. '))[0]?.[3]).toBe('Likes trains.')
  expect(written(background(' Shy. '), background(' '))[0]?.[3]).toBe('Shy.')
  expect(written({ needs: needs({ allergies: 'Nuts' }) }, { needs: needs({ medication: 'An inhaler' }) })).toEqual([
    ['medical-needs', 'needs', 'allergies', 'Nuts', 2_000],
    ['medical-needs', 'needs', 'medication', 'An inhaler', 2_000],
    ['medical-needs', 'needs', 'accessNeeds', '', 2_000],
    ['medical-needs', 'needs', 'inAnEmergency', '', 2_000],
  ])
})

test.each<[string, string | null, string | null, string[]]>([
  ['neither is answered, the first was sent last', null, null, ['there']],
  ['the kept record’s is answered', '2026-01-01', null, ['there']],
  ['the other’s is answered, though sent first', null, '2025-01-01', ['here']],
  ['both are answered, the kept record’s last', '2026-01-02', '2026-01-01', ['there']],
  ['both are answered, the other’s last', '2026-01-01', '2026-01-02', ['here']],
  ['both are answered at once', '2026-01-01', '2026-01-01', ['there']],
])('[CON-4, SAME-CHILD] of two requests to one parent one stays: %s', (_what, here, there, retired) => {
  const requests = (id: string, answeredAt: string | null, askedAt: string) => [
    { id, guardianId: 'a parent', answeredAt, askedAt },
    { id: `${id}, to another`, guardianId: `another parent ${id}`, answeredAt: null, askedAt },
  ]
  expect(
    requestsToRetire({
      keep: side({ requests: requests('here', here, '2026-02-02') }),
      leave: other({ requests: requests('there', there, '2026-02-01') }),
    }),
  ).toEqual(retired)
})
