import { describe, expect, test } from '@jest/globals'
import { refused, type Refused } from '../../../src/core/errors/refusal.ts'
import { pathToActive, type RecruitingFacts } from '../../../src/programme/recruitment/path/rules.ts'

const lacking = (reason: string): Refused => refused({ rule: 'VOL-3', reason, nextStep: 'Mend it.' })
const application = { id: 'the-application', status: 'received' } as const
const volunteer = { id: 'the-volunteer', standing: 'joining', hasAccount: true, hasEntered: true, missing: [] }
const none: RecruitingFacts = { application, referencesHeld: 0, referencesAsked: 0, volunteer: null }
const stand = (changes: Partial<RecruitingFacts>): string[] =>
  pathToActive({ ...none, ...changes }).map(({ title, state }) => `${title}: ${state}`)

describe('[VOL-1, VOL-3, VOL-6] the way from applying to being active', () => {
  test('each state of an application: what is done, what is to do, what waits', () => {
    const of = (status: 'received' | 'considered' | 'interview-planned' | 'interviewed' | 'approved') =>
      stand({ application: { ...application, status }, referencesHeld: 2 })
        .slice(0, 4)
        .map((one) => one.split(': ')[1])
    expect([of('received'), of('considered'), of('interview-planned'), of('interviewed'), of('approved')]).toEqual([
      ['to-do', 'done', 'cannot-start-yet', 'cannot-start-yet'],
      ['done', 'done', 'to-do', 'cannot-start-yet'],
      ['done', 'done', 'to-do', 'cannot-start-yet'],
      ['done', 'done', 'done', 'to-do'],
      ['done', 'done', 'done', 'done'],
    ])
  })

  test('[VOL-6] two references: asked for once the committee goes on, then the referees’', () => {
    const references = (referencesHeld: number, referencesAsked: number, status: 'received' | 'considered') =>
      pathToActive({ ...none, application: { ...application, status }, referencesHeld, referencesAsked })[1]
    expect([
      references(0, 0, 'received')?.state,
      references(0, 1, 'considered')?.state,
      references(1, 1, 'considered')?.whose,
      references(2, 0, 'considered')?.state,
    ]).toEqual(['cannot-start-yet', 'to-do', 'The referees', 'done'])
  })

  test('[VOL-3] what the clearance lacks stands at its own step, the rest together, nothing twice', () => {
    const missing = [
      lacking('Harper has no DBS check that is valid.'),
      lacking('Harper has not had an induction.'),
      lacking('Harper has not accepted the mentoring policy.'),
    ]
    const tasks = pathToActive({ ...none, application: null, volunteer: { ...volunteer, missing } })
    expect(tasks.map(({ title, state, words }) => [title, state, words])).toEqual([
      ['DBS check', 'to-do', 'Harper has no DBS check that is valid.'],
      ['Safeguarding training, face to face', 'done', undefined],
      ['Induction', 'to-do', 'Harper has not had an induction.'],
      ['They come in for the first time', 'done', undefined],
      ['They accept the policies, and all else is in order', 'to-do', 'Harper has not accepted the mentoring policy.'],
      ['They are active', 'cannot-start-yet', 'Once nothing else is missing.'],
    ])
  })

  test('[VOL-3] made active only once nothing else is missing; an invitation waits for the volunteer', () => {
    expect(stand({ volunteer }).at(-1)).toBe('They are active: to-do')
    expect(stand({ volunteer: { ...volunteer, standing: 'active' } }).at(-1)).toBe('They are active: done')
    const invited = pathToActive({ ...none, volunteer: { ...volunteer, hasEntered: false } })
    expect(invited.find(({ title }) => title.startsWith('They come in'))?.whose).toBe('The volunteer')
    const without = pathToActive({ ...none, volunteer: { ...volunteer, hasEntered: false, hasAccount: false } })
    expect(without.find(({ title }) => title.startsWith('They come in'))?.state).toBe('to-do')
  })
})
