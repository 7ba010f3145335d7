import { expect, test } from '@jest/globals'
import { wordsOfText } from '../../../src/core/richText/nodes.ts'
import { STARTING_SET } from '../../../src/programme/policies/starting/index.ts'
import { placesToFillIn } from '../../../src/programme/policies/versions/rules.ts'
import { samplePolicies } from '../../../src/sample/policyTexts.ts'

const policy = STARTING_SET.find(({ kind }) => kind === 'mentoring-policy')?.text ?? ''

// What the programme's own mentoring policy says. A charity that begins with this text begins with all of it.
test.each([
  ['the vision, as a place to fill in', /\[Fill in: your vision[^\]]*\]/],
  ['[PLN-5] skills for life and belief in oneself', /skills for life, and belief in oneself/],
  ['[PLN-5] full potential, ambitions for work', /full potential, and having ambitions for work/],
  ['[PLN-5] barriers', /taking away something that stands in the way/],
  ['time given free', /Volunteers give their time free/],
  [
    '[PLN-1] what a plan may hold',
    /one-to-one meetings\n- a referral to a professional\n- clubs outside school\n- work experience\n- trips [^\n]*\n- grants/,
  ],
  ['[PLN-1] with whom a plan is made', /made with the child, the parents and those who work with the family/],
  ['values in every meeting and programme', /values belong to every meeting, and to every programme of the charity/],
  ['[ELG-4] no limit by age or kind of need', /no limit of age, and none by the kind of need/],
  [
    '[STG-1] layers of support',
    /camps, clubs and trips, then to small meet-ups and the progress star, then to workshops/,
  ],
  ['[VOL-4] known from one or two camps, nobody refused for it', /one or two camps or clubs, but nobody is refused/],
  ['[PLN-3] staying in education', /Staying in education for as long as possible/],
  ['everything a try, and fun', /give everything a try, and keep it fun/],
  ['[MAT-2] how often', /every week, every two weeks, every month or every two months/],
  ['[MAT-4] consistency and hand-over', /needs somebody who stays[^\n]*hand-over/],
  [
    '[MTG-5] insurance before an activity',
    /Before an activity the volunteer checks our insurance and liability policy/,
  ],
  ['[SAF-6] no gifts', /Nobody gives a child a gift/],
  ['[GRT-1] who applies', /The volunteer applies for the child/],
  ['[GRT-3] £50 and who decides', /Up to £50 the volunteer decides, and tells the committee. Above that the committee/],
  ['[GRT-2] 14 days', /answers within 14 days/],
  ['[GRT-4] feedback', /refusal has a reason, and a committee member explains it/],
  ['[GRT-5] paid back', /What was bought is paid back for the receipt/],
  ['the committee’s discretion', /at its discretion/],
  ['[PLN-4] looked at again as children grow', /looked at again as the child grows/],
  ['[POL-5] looked at again itself', /once a year, and when the children in it have grown/],
])('the mentoring policy to start from says: %s', (_what, said) => {
  expect(policy).toMatch(said)
})

test('the sample’s mentoring policy has the charity’s vision, and no place left to fill in', () => {
  const sample = samplePolicies().find(({ kind }) => kind === 'mentoring-policy')
  const words = wordsOfText(sample?.text)
  expect(words).toContain('Better lives for disadvantaged children around Andover.')
  expect(placesToFillIn(words)).toEqual([])
})
