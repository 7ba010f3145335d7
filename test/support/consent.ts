import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { asUser } from '../../src/core/access/localApi.ts'
import { linkToken } from '../../src/core/access/linkTokens.ts'
import { CONSENT_LINK } from '../../src/programme/consent/asking/workflow.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../../src/programme/consent/rules.ts'
import { wordingInForce } from '../../src/programme/consent/wording/wordingInForce.ts'
import type { TestApp } from './app.ts'
import { aChild, aPerson } from './people.ts'
import type { TestProgramme } from './programme.ts'
import { hiddenIn } from './visitor.ts'

/** A parent who was asked for consent: the request, its link's token, and everybody concerned. */
export type AskedParent = {
  child: { id: string; familyId: string; guardianId: string }
  coordinator: string
  requestId: string
  token: string
}

/** The day on which the children of the tests were born, as the form's three fields. */
export const BIRTHDAY = { 'birthday-day': '20', 'birthday-month': '1', 'birthday-year': '2014' }

/** The whole text of the form that is in force, as a parent without a language of their own gets it. */
export const formText = async (
  { query }: Pick<TestProgramme, 'query'>,
  { themselves = false, language = null }: { themselves?: boolean; language?: string | null } = {},
): Promise<string> => (await wordingInForce({ query, reader: { themselves, language } })).wording.text

/** One answer to every point, as the workflow takes them. */
export const answersOf = (
  answer: 'yes' | 'no',
  changes: Partial<Record<ConsentItem, 'yes' | 'no'>> = {},
): Record<ConsentItem, 'yes' | 'no'> =>
  ({ ...Object.fromEntries(Object.keys(CONSENT_ITEMS).map((item) => [item, answer])), ...changes }) as Record<
    ConsentItem,
    'yes' | 'no'
  >

/** The same as the form posts them, with who the parent is. */
export const answerFields = (
  answer: 'yes' | 'no' = 'yes',
  changes: Partial<Record<ConsentItem, 'yes' | 'no'>> = {},
): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(answersOf(answer, changes)).map(([item, said]) => [`answer-${item}`, said])),
  relationship: 'Mother',
})

/** Has the co-ordinator ask a parent, of a new child unless one is given. */
export const anAskedParent = async (
  programme: TestProgramme,
  given: { child?: AskedParent['child']; coordinator?: string } = {},
): Promise<AskedParent> => {
  const coordinator = given.coordinator ?? (await aPerson({ ...programme, roles: ['co-ordinator'] }))
  const child = given.child ?? (await aChild(programme))
  const { person } = await programme.signIn(coordinator)
  const request = await asUser(await programme.workOf(person)).create({
    collection: 'consent-requests',
    data: { child: child.id, guardian: child.guardianId },
  })
  return { child, coordinator, requestId: request.id, token: await tokenOf(programme, request.id) }
}

/** The token of a request's newest link, as its email has it. */
export const tokenOf = async (programme: TestProgramme, requestId: string): Promise<string> => {
  const [row] = await programme.query<{ number: number }>(
    'select link_number::float8 as number from consent_requests where id = $1',
    [requestId],
  )
  return linkToken({
    payload: programme.payload,
    subject: { purpose: CONSENT_LINK, id: requestId, number: row?.number ?? 0 },
  })
}

/**
 * A parent's browser, which keeps its cookies. Redirects are given, not followed; answers of every status come back.
 */
export type ParentBrowser = {
  get: (path: string) => Promise<Response>
  head: (path: string) => Promise<Response>
  post: (path: string, fields?: Record<string, string>) => Promise<Response>
  /** Presses the link and gives the date of birth. */
  arrive: (token: string) => Promise<Response>
  /** The fields that sign the form as the link shows it now. */
  signing: (fields?: Record<string, string>) => Promise<Record<string, string>>
}

/** Opens a parent's browser before the application; `headers` go along with all that it sends. */
export const parentBrowser = (
  { app, publicUrl }: Pick<TestApp, 'app' | 'publicUrl'>,
  headers: Readonly<Record<string, string>> = {},
): ParentBrowser => {
  const agent = supertest.agent(app)
  for (const [name, value] of Object.entries(headers)) agent.set(name, value)
  const get = async (path: string) => await agent.get(path)
  const post = async (path: string, fields: Record<string, string> = {}) =>
    await agent
      .post(path)
      .set('Origin', publicUrl)
      .type('form')
      .send({ submissionKey: randomUUID(), ...fields })
  return {
    get,
    post,
    head: async (path) => await agent.head(path),
    arrive: async (token) => {
      await get(`/consent/${token}`)
      return post('/consent/check', BIRTHDAY)
    },
    signing: async (fields = {}) => {
      const answered = await get('/consent/answers')
      const form = answered.status === 303 ? await get('/consent') : answered
      const mark = Object.fromEntries(['wording', 'answers', 'version'].map((name) => [name, hiddenIn(form, name)]))
      return {
        step: 'sign',
        ...mark,
        ...answerFields(),
        parentalResponsibility: 'yes',
        name: 'Alex Testerton',
        ...fields,
      }
    },
  }
}
