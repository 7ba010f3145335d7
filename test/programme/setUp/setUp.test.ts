import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import supertest from 'supertest'
import { loadStartingSet } from '../../../src/programme/policies/starting/loadStartingSet.ts'
import { STARTING_SET } from '../../../src/programme/policies/starting/index.ts'
import { holdsSample, setUpFacts } from '../../../src/programme/setUp/facts.ts'
import { setUpTasks, unsafeForReal, type SetUpFacts } from '../../../src/programme/setUp/rules.ts'
import { inTransaction } from '../../../src/core/database/transaction.ts'
import { testApp } from '../../support/app.ts'
import { aChild, aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

const none: SetUpFacts = {
  settingsStored: false,
  canBeReached: false,
  entered: 1,
  invited: 1,
  roles: { 'co-ordinator': 0, committee: 0, trustee: 0, volunteer: 0, administrator: 1 },
  designations: {
    'meeting-confirmer': 0,
    'schools-liaison': 0,
    'safeguarding-lead': 0,
    'safeguarding-deputy': 0,
    'grants-lead': 0,
    'gathering-lead': 0,
  },
  documents: { needed: 10, drafted: 0, adopted: 0 },
  mailTest: 'none',
  children: 0,
}
const doneIn = (changes: Partial<SetUpFacts>): string[] =>
  setUpTasks({ ...none, ...changes })
    .filter(({ isDone }) => isDone)
    .map(({ id }) => id)

describe('[ORG-1, ORG-2, SAF-2] what there is to do before a programme begins', () => {
  test('each thing is done by what is stored, and by that alone', () => {
    const held = { ...none.roles, 'co-ordinator': 1, committee: 1 }
    const jobs = { ...none.designations, 'safeguarding-lead': 1, 'meeting-confirmer': 1 }
    expect([
      doneIn({}),
      doneIn({ settingsStored: true }),
      doneIn({ canBeReached: true }),
      doneIn({ mailTest: 'on-its-way' }),
      doneIn({ mailTest: 'failed' }),
      doneIn({ mailTest: 'sent' }),
      doneIn({ entered: 2, invited: 5 }),
      doneIn({ roles: held }),
      doneIn({ designations: jobs }),
      doneIn({ roles: held, designations: jobs }),
      doneIn({ documents: { needed: 10, drafted: 1, adopted: 9 } }),
      doneIn({ documents: { needed: 10, drafted: 0, adopted: 10 } }),
      doneIn({ children: 1 }),
    ]).toEqual([
      [],
      ['charity'],
      ['reach'],
      [],
      [],
      ['mail'],
      ['colleagues'],
      [],
      [],
      ['jobs'],
      [],
      ['policies'],
      ['list'],
    ])
  })

  test('who is missing is named, each job by its own word', () => {
    const standing = (changes: Partial<SetUpFacts>): string =>
      String(setUpTasks({ ...none, ...changes }).find(({ id }) => id === 'jobs')?.stands)
    expect(standing({})).toBe('Nobody is yet: Co-ordinator, Committee member, Safeguarding lead, Meeting confirmer.')
    expect(standing({ designations: { ...none.designations, 'safeguarding-lead': 1 } })).not.toContain('Safeguarding')
  })

  test('whatever the facts, there are seven tasks in one order, each with a sentence that ends', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.nat(12), fc.nat(3), (entered, children, adopted, committee) => {
        const tasks = setUpTasks({
          ...none,
          entered,
          invited: entered,
          children,
          roles: { ...none.roles, committee },
          documents: { needed: 12, drafted: 12 - adopted, adopted },
        })
        expect(tasks.map(({ id }) => id)).toEqual([
          'charity',
          'reach',
          'mail',
          'colleagues',
          'jobs',
          'policies',
          'list',
        ])
        expect(tasks.filter(({ stands }) => !/[.]$/.test(stands) || /undefined|NaN/.test(stands))).toEqual([])
      }),
    )
  })

  test('what is unsafe for real children is said, one sentence each', () => {
    const fit = { isLocal: false, isEncrypted: true, administrators: 2, holdsSample: false }
    const said = (changes: Partial<typeof fit>): number => unsafeForReal({ ...fit, ...changes }).length
    expect([
      said({}),
      said({ isLocal: true }),
      said({ isEncrypted: false }),
      said({ administrators: 1 }),
      said({ holdsSample: true }),
      said({ isLocal: true, isEncrypted: false, administrators: 0, holdsSample: true }),
    ]).toEqual([0, 1, 1, 1, 1, 4])
  })
})

describe('how far it is, from what is stored', () => {
  let programme: TestProgramme
  beforeAll(async () => {
    programme = await testProgramme()
  })

  test('administrators are told, nobody else; holders count on their days, drafts apart from what is adopted', async () => {
    const administrator = await aPerson({ ...programme, roles: ['administrator'] })
    const committee = await aPerson({ ...programme, roles: ['committee'] })
    const workOf = async (id: string) => programme.workOf((await programme.signIn(id)).person)
    expect(await setUpFacts(await workOf(committee))).toBeUndefined()
    const read = async () => {
      const facts = await setUpFacts(await workOf(administrator))
      if (!facts) throw new Error('The administrator is told nothing.')
      return facts
    }
    expect(await read()).toMatchObject({
      settingsStored: false,
      canBeReached: false,
      invited: 2,
      roles: { administrator: 1, committee: 1, 'co-ordinator': 0 },
      designations: { 'safeguarding-lead': 0 },
      documents: { needed: STARTING_SET.length },
      mailTest: 'none',
      children: 0,
    })
    const before = (await read()).documents
    const work = await workOf(administrator)
    await inTransaction({ req: work.req, work: () => loadStartingSet(work) })
    expect((await read()).documents.drafted).toBe(STARTING_SET.length - before.adopted)
    await programme.query(
      "insert into designations (designation, holder_id, ends_on) values ('safeguarding-lead', $1, null), ('meeting-confirmer', $1, '2020-01-01')",
      [committee],
    )
    await programme.query(
      "insert into programme_settings (charity_name, office_phone, office_email) values ('Made-up Charity', '01632 960 001', 'office@example.invalid')",
    )
    await aChild(programme)
    expect(await read()).toMatchObject({
      settingsStored: true,
      canBeReached: true,
      designations: { 'safeguarding-lead': 1, 'meeting-confirmer': 0 },
      children: 1,
    })
    expect(await holdsSample(programme)).toBe(false)
    await programme.query("update users set email = 'casey@sample.invalid' where id = $1", [committee])
    expect(await holdsSample(programme)).toBe(true)
  })

  test('a test message goes to the administrator who asks, once a minute; nobody else can ask', async () => {
    const served = testApp({ programme })
    const administrator = await aPerson({ ...programme, roles: ['administrator'] })
    const ask = async (id: string): Promise<number> =>
      (
        await supertest(served.app)
          .post('/api/users/mail-test')
          .set('Cookie', (await programme.signIn(id)).cookie)
          .set('Origin', served.publicUrl)
          .send({})
      ).status
    const sent = () =>
      programme.query(
        "select recipient_user_id as person, state::text as state from notifications where template = 'mail-test'",
      )
    for (const role of ['committee', 'co-ordinator', 'volunteer', 'trustee'] as const)
      expect([role, await ask(await aPerson({ ...programme, roles: [role] }))]).toEqual([role, 403])
    expect(await sent()).toEqual([])
    expect([await ask(administrator), await ask(administrator)]).toEqual([200, 200])
    expect(await sent()).toEqual([{ person: administrator, state: 'waiting' }])
    const mailTest = async () => {
      const { person } = await programme.signIn(administrator)
      return (await setUpFacts(await programme.workOf(person)))?.mailTest
    }
    expect(await mailTest()).toBe('on-its-way')
    await programme.query("update notifications set state = 'failed' where template = 'mail-test'")
    expect(await mailTest()).toBe('failed')
  })
})
