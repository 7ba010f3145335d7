import { beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/core/access/actor.ts'
import type { Work } from '../../src/core/access/work.ts'
import type { Refused } from '../../src/core/errors/refusal.ts'
import type { RecordData, Workflow } from '../../src/core/workflow/workflow.ts'
import { aVolunteer } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { STEPS, TIES, WHO, type Steps, type Tie, type Who } from './steps.ts'

// Each record is made up and known by its state alone: who may take a step is asked before what the step needs.
let programme: TestProgramme
let works: Record<Who, Work>
beforeAll(async () => {
  programme = await testProgramme()
  works = Object.fromEntries(
    await Promise.all(WHO.map(async (who) => [who, await programme.workOf(actorFor(who))])),
  ) as Record<Who, Work>
})

const id = randomUUID()
const personWith = ({ roles, userId = randomUUID() }: { roles: readonly string[]; userId?: string }): Actor => ({
  kind: 'person',
  userId,
  name: 'Quinn Invented',
  roles,
  designations: [],
  worksInPanel: roles.some((role) => role !== 'volunteer'),
  profiles: {},
  provenAt: new Date('2026-03-03T11:55:00Z'),
})
const actorFor = (who: Who): Actor => {
  if (who === 'nobody known') return { kind: 'anonymous' }
  if (who === 'the software') return { kind: 'system', reason: 'a test' }
  return who.endsWith('’s link')
    ? { kind: 'link', holder: who.slice(0, who.indexOf('’')), recordId: id }
    : personWith({ roles: [who] })
}
const inStateFor = ({
  workflow,
  action,
  bare,
}: {
  workflow: Workflow
  action: string
  bare?: Record<string, unknown>
}): RecordData => ({
  ...bare,
  id,
  [workflow.stateField]: workflow.diagram.find((step) => step.action === action)?.from[0],
})
const acceptanceOf = async ({
  workflow,
  action,
  work,
  record,
}: {
  workflow: Workflow
  action: string
  work: Work
  record: RecordData
}) => {
  const [standing] = await workflow.obstacles({ work, records: [record], action })
  if (!standing) throw new Error('One record has one standing.')
  return standing
}
/**
 * With which words somebody is refused who begins a record of which nothing is given; undefined when nothing refuses
 * them.
 */
const refusalOfBeginning = async ({
  workflow,
  work,
  record,
}: {
  workflow: Workflow
  work: Work
  record: RecordData
}) => {
  const decided = await workflow.decideCreate({ work, record })
  return 'allowed' in decided ? decided : undefined
}

describe.each(STEPS.map((steps): [string, Steps] => [steps.workflow.collection, steps]))(
  'who takes the steps of %s',
  (_collection, { workflow, bare = {}, create, steps, automatic = [] }) => {
    test('no step is forgotten here', () => {
      expect([...Object.keys(steps), ...automatic].sort()).toEqual(workflow.diagram.map(({ action }) => action).sort())
    })

    test('it is begun by those who may, and by nobody else', async () => {
      const outside = await refusalOfBeginning({ workflow, work: works['nobody known'], record: bare })
      expect(outside).toMatchObject({ allowed: false, nextStep: expect.stringMatching(/./) })
      const begun: Who[] = []
      for (const who of WHO)
        if ((await refusalOfBeginning({ workflow, work: works[who], record: bare }))?.reason !== outside?.reason)
          begun.push(who)
      expect(begun.sort()).toEqual([...create].sort())
    })

    if (Object.keys(steps).length > 0)
      test.each(Object.entries(steps))('%s', async (action, { by, lacks = [] }) => {
        const record = inStateFor({ workflow, action, bare })
        const theirs: Who[] = []
        for (const who of WHO) {
          const { isTheirs, blockers } = await acceptanceOf({ workflow, action, work: works[who], record })
          if (!isTheirs) continue
          theirs.push(who)
          expect(blockers.map(({ rule }) => rule)).toEqual(lacks)
        }
        expect(theirs.sort()).toEqual([...by].sort())
      })

    if (automatic.length > 0)
      test('what the software does by itself nobody is offered, and nobody can ask for', async () => {
        for (const action of automatic) {
          const work = await programme.workOf(
            personWith({ roles: ['co-ordinator', 'committee', 'trustee', 'administrator'] }),
          )
          expect(
            await workflow.decide({ work, record: inStateFor({ workflow, action, bare }), action, input: {} }),
          ).toMatchObject({ allowed: false, rule: 'STATE' })
        }
      })
  },
)

describe('[ORG-1] nobody decides on what is their own; somebody else always can', () => {
  test.each(TIES.map((tie): [string, Tie] => [`${tie.workflow.collection}, ${tie.field}`, tie]))(
    '[ORG-1] %s',
    async (_what, { workflow, bare, field, is, rule, says = /./, refused }) => {
      const volunteer = await aVolunteer(programme)
      const tied = await programme.workOf(
        personWith({ roles: ['co-ordinator', 'committee'], userId: volunteer.userId }),
      )
      const other = await programme.workOf(personWith({ roles: ['co-ordinator', 'committee'] }))
      const made = { ...bare, [field]: is === 'account' ? volunteer.userId : volunteer.id }
      const isRefused = async ({ action, work }: { action: string; work: Work }): Promise<boolean> => {
        const isThis = (refusal: Refused | undefined): boolean => refusal?.rule === rule && says.test(refusal.reason)
        if (action === 'create') return isThis(await refusalOfBeginning({ workflow, work, record: made }))
        const { blockers } = await acceptanceOf({
          workflow,
          action,
          work,
          record: { ...made, ...inStateFor({ workflow, action, bare }) },
        })
        return blockers.some(isThis)
      }
      const steps = workflow.diagram
        .map(({ action }) => action)
        .filter((action) => STEPS.find((each) => each.workflow === workflow)?.automatic?.includes(action) !== true)
      for (const action of ['create', ...steps]) {
        expect([action, await isRefused({ action, work: tied })]).toEqual([action, refused.includes(action)])
        expect([action, await isRefused({ action, work: other })]).toEqual([action, false])
      }
    },
  )
})
