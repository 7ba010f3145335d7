// A list leaves as a file with what its reader may see, put down for the audit, and harmless in a spreadsheet.
import { beforeAll, expect, test } from '@jest/globals'
import { theCast, type Cast } from '../attack/support/cast.ts'
import { restClient, type RestAnswer, type RestRequest } from '../attack/support/rest.ts'
import { aChild } from '../support/people.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
})

const linesOf = ({ text }: RestAnswer): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')

test('[DAT-6] a list is given with the columns, the filter and the order that are asked for, and who took it is recorded', async () => {
  const { query } = programme
  const { id, familyId } = await aChild({ query, name: '=SUM(1+1) Testerton' })
  await query("update children set school = 'Quillwood School' where id = $1", [id])
  const answer = await send({
    path: '/lists/children?form=csv&columns=name,school,family&search=quillwood&sort=-name',
    cookie: cast.cookies.committee,
  })
  expect(answer.status).toBe(200)
  const [headings, row = '', ...others] = linesOf(answer)
  expect([headings, others]).toEqual(['Name,School,Family', []])
  const [family] = await query<{ name: string }>('select name from families where id = $1', [familyId])
  expect(row).toContain(`Quillwood School,${family?.name}`)
  // No formula: what a spreadsheet would work out stands there as a text.
  expect(row).not.toMatch(/^"?=/)
  const [event] = await query<{ detail: { form: string; rows: number } }>(
    "select detail from audit_events where action = 'export' and record_collection = 'children' order by sequence desc limit 1",
  )
  expect(event?.detail).toMatchObject({ form: 'csv', rows: 1 })
  const [read] = await query<{ detail: { ids: string[] } }>(
    "select detail from audit_events where action = 'read' and record_collection = 'children' order by sequence desc limit 1",
  )
  expect(read?.detail.ids).toEqual([id])
})

test('nobody takes a list that they may not read, nor a column of it', async () => {
  for (const [name, path, status] of [
    ['administrator', '/lists/children?form=csv', 403],
    ['trustee', '/lists/volunteers?form=xlsx', 403],
    ['matched volunteer', '/lists/children?form=csv', 403],
    ['anonymous', '/lists/children?form=csv', 403],
    ['committee', '/lists/nothing?form=csv', 404],
    ['committee', '/lists/payload-preferences?form=csv', 404],
    ['committee', '/lists/constructor?form=csv', 404],
  ] as const)
    expect([name, path, (await send({ path, cookie: cast.cookies[name] })).status]).toEqual([name, path, status])
  const answer = await send({
    path: '/lists/users?form=csv&columns=name,nothing,rowVersion',
    cookie: cast.cookies.administrator,
  })
  expect(linesOf(answer)[0]?.startsWith('Name')).toBe(true)
})

test('a workbook is one', async () => {
  const answer = await send({ path: '/lists/children?form=xlsx', cookie: cast.cookies['co-ordinator'] })
  expect([answer.status, answer.text.startsWith('PK')]).toEqual([200, true])
})
