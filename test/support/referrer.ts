import { randomUUID } from 'node:crypto'
import supertest, { type Response } from 'supertest'
import { inTransaction } from '../../src/core/database/transaction.ts'
import { receiveReferral, type GivenReferral } from '../../src/programme/referrals/incoming/receive.ts'
import type { TestApp } from './app.ts'
import type { TestProgramme } from './programme.ts'

const GIVEN: GivenReferral = {
  memberAnswer: 'unknown',
  childName: 'Robin Testerton',
  childBornOn: '2014-01-20',
  childSchool: null,
  mainReason: 'loss',
  source: 'school',
  referrerName: 'Sam Sampleton',
  referrerPlace: null,
  referrerEmail: 'sam.canary@school.invalid',
  referrerPhone: null,
  familyAgrees: 'yes',
  familyContact: null,
  words: [{ about: 'Why?', text: 'Canary words of the referrer.' }],
}

/** A referral that came by the public form and belongs to no child yet. Gives its id. */
export const anIncomingReferral = async (
  { query, workOf }: TestProgramme,
  changes: Partial<GivenReferral> = {},
): Promise<string> => {
  const work = await workOf({ kind: 'link', holder: 'form', recordId: 'a-form' })
  const { reference } = await inTransaction({
    req: work.req,
    work: () => receiveReferral({ work, given: { ...GIVEN, ...changes } }),
  })
  const [row] = await query<{ id: string }>('select id from incoming_referrals where reference = $1', [reference])
  return String(row?.id)
}

/** The pages of a whole referral by a school, in order, with what is typed on each. */
export const SCHOOL_REFERRAL = {
  club: { member: 'yes' },
  child: {
    childName: 'Robin Testerton',
    'childBornOn-day': '20',
    'childBornOn-month': '1',
    'childBornOn-year': '2014',
    childSchool: 'Sample Primary',
  },
  reason: { mainReason: 'loss' },
  why: { why: 'Canary words of the referrer about this child.' },
  hopes: { hopes: 'To come to school with joy.' },
  you: { source: 'school' },
  contact: {
    referrerName: 'Sam Sampleton',
    referrerEmail: 'Sam.Canary@school.invalid',
    referrerPhone: '',
    referrerPlace: 'Sample Primary',
  },
  family: { familyAgrees: 'yes' },
  'family-contact': { familyContact: 'Alex Testerton, 01632 960 002' },
} as const

/**
 * A browser without JavaScript that keeps its cookies. Redirects are given, not followed; answers of every status come
 * back.
 */
export type FormBrowser = {
  get: (path: string) => Promise<Response>
  head: (path: string) => Promise<Response>
  post: (path: string, fields?: Record<string, string>) => Promise<Response>
  cookie: () => string | undefined
}

/** Opens such a browser before the application. */
export const formBrowser = ({ app, publicUrl }: Pick<TestApp, 'app' | 'publicUrl'>): FormBrowser => {
  const agent = supertest.agent(app)
  let cookie: string | undefined
  const kept = (response: Response): Response => {
    const set = (response.headers['set-cookie'] as unknown as string[] | undefined)?.find((text) =>
      text.includes('form-'),
    )
    if (set) cookie = /=([^;]*)/.exec(set)?.[1] ?? ''
    return response
  }
  return {
    get: async (path) => kept(await agent.get(path)),
    head: async (path) => kept(await agent.head(path)),
    post: async (path, fields = {}) =>
      kept(
        await agent
          .post(path)
          .set('Origin', publicUrl)
          .type('form')
          .send({ submissionKey: randomUUID(), ...fields }),
      ),
    cookie: () => cookie,
  }
}

/** Fills in a whole form, page by page, up to its answers to check. */
export const fillIn = async ({
  browser,
  form = 'refer',
  pages = SCHOOL_REFERRAL,
}: {
  browser: FormBrowser
  form?: string
  pages?: Readonly<Record<string, Readonly<Record<string, string>>>>
}): Promise<Response> => {
  let answer: Response | undefined
  for (const [page, fields] of Object.entries(pages)) {
    answer = await browser.post(`/${form}/${page}`, fields)
    if (answer.status !== 303)
      throw new Error(`The page ${page} was answered with ${answer.status}: ${answer.text.slice(0, 3000)}`)
  }
  if (!answer) throw new Error('There was no page to fill in.')
  return answer
}
