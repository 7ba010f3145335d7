import { beforeAll, beforeEach, expect, test } from '@jest/globals'
import { RECORD_TITLE_ALSO } from '../../src/core/fields/recordTitle.ts'
import { aPerson, meetingFields } from '../support/people.ts'
import { aPairThatMayAgree } from '../support/policies.ts'
import { testProgramme, type TestProgramme } from '../support/programme.ts'
import { theCast, type ActorName, type Cast } from './support/cast.ts'
import { docsOf, restClient, type RestAnswer, type RestRequest } from './support/rest.ts'

let programme: TestProgramme
let cast: Cast
let send: (request: RestRequest) => Promise<RestAnswer>
let confirmed: string

beforeAll(async () => {
  programme = await testProgramme()
  cast = await theCast(programme)
  send = restClient(programme)
  programme.payload.logger.level = 'silent'
  confirmed = await aConfirmedMeeting()
})

/** Those who are let in and mean ill: what each sends has to leave everything as it was. */
const HOSTILE = ['committee', 'matched volunteer'] as const

let before: string
beforeEach(async () => {
  before = await everything()
})
const nothingHappened = async (): Promise<void> => expect(await everything()).toBe(before)

const as = (actor: ActorName, request: RestRequest): Promise<RestAnswer> =>
  send({ ...request, cookie: cast.cookies[actor] })
const patch = (actor: ActorName, path: string, body: unknown): Promise<RestAnswer> =>
  as(actor, { method: 'PATCH', path, body })
const post = (actor: ActorName, path: string, body: unknown): Promise<RestAnswer> =>
  as(actor, { method: 'POST', path, body })
const refusedWith = async (answer: Promise<RestAnswer>, ...statuses: number[]): Promise<RestAnswer> => {
  const { status, text } = await answer
  expect({ status, text: text.slice(0, 200) }).toEqual({
    status: statuses.includes(status) ? status : statuses.join(' or '),
    text: text.slice(0, 200),
  })
  return answer
}

test('[MTG-4] a state is changed by its actions alone: not by an edit, not by a new record, not by a form', async () => {
  for (const status of [
    'confirmed',
    'held',
    'declined',
    'no such state',
    '',
    null,
    1,
    ['confirmed'],
    { equals: 'confirmed' },
  ]) {
    await refusedWith(patch('committee', `/meetings/${cast.children.first.meeting}`, { status }), 409)
    await refusedWith(patch('matched volunteer', `/meetings/${cast.children.first.meeting}`, { status }), 403)
  }
  for (const [slug, id] of [
    ['matches', cast.children.past.match],
    ['policy-versions', cast.policy.draft],
  ] as const)
    await refusedWith(patch('committee', `/${slug}/${id}`, { status: 'active' }), 409)
  for (const field of ['confirmedBy', 'confirmedAt', 'proposedBy', 'reason'])
    for (const actor of HOSTILE)
      await refusedWith(
        patch(actor, `/meetings/${cast.children.first.meeting}`, {
          [field]: field === 'confirmedAt' ? '2026-03-03T12:00:00.000Z' : cast.users.committee,
        }),
        403,
        409,
      )
  for (const state of [
    { status: 'confirmed' },
    { confirmedBy: cast.users.committee },
    { proposedBy: cast.users['co-ordinator'] },
  ])
    await refusedWith(post('matched volunteer', '/meetings', { ...(await aProposal()), ...state }), 409)
  const form = { _payload: JSON.stringify({ status: 'confirmed' }) }
  await refusedWith(as('committee', { method: 'PATCH', path: `/meetings/${cast.children.first.meeting}`, form }), 409)
  await nothingHappened()
})

test('[MTG-4] a confirmed meeting is not moved, and a final record not touched, by a plain edit', async () => {
  for (const change of [
    { startsAt: '2026-03-11T16:00:00.000Z' },
    { place: 'Somewhere else' },
    { placeKind: 'cinema' },
    { volunteer: cast.volunteers.other },
    { child: cast.children.second.id },
    { match: cast.children.second.match },
  ])
    await refusedWith(patch('committee', `/meetings/${confirmed}`, change), 409)
  for (const [slug, id] of [
    ['session-logs', cast.children.first.log],
    ['log-addenda', cast.children.first.addendum],
  ] as const)
    for (const actor of HOSTILE)
      await refusedWith(patch(actor, `/${slug}/${id}`, { comment: 'Something else', text: 'Something else' }), 403)
  const [consent = ''] = await cast.ids('consents')
  await refusedWith(patch('committee', `/consents/${consent}`, { answer: 'no' }), 403)
  const [vetting = ''] = await cast.ids('vetting-records')
  await refusedWith(patch('committee', `/vetting-records/${vetting}`, { validUntil: '2039-12-31' }), 409)
  await nothingHappened()
})

test('[CON-4] nobody sets when a record was made, or its number', async () => {
  for (const change of [{ createdAt: '2099-01-01T00:00:00.000Z' }, { id: '00000000-0000-4000-8000-000000000001' }]) {
    await refusedWith(patch('committee', `/children/${cast.children.first.id}`, change), 409)
    await refusedWith(post('committee', '/families', { name: 'The Backdated', ...change }), 409)
    await refusedWith(
      post('committee', '/consent-captures', {
        child: cast.children.first.id,
        guardian: cast.children.first.guardianId,
        travel: 'yes',
        decidedOn: '2026-03-01',
        method: 'paper',
        signedName: 'Alex Testerton',
        signedRelationship: 'Mother',
        saysResponsible: true,
        ...change,
      }),
      409,
    )
  }
  const [{ updated_at: touched } = { updated_at: null }] = await programme.query<{ updated_at: Date | null }>(
    'select updated_at from families where id = $1',
    [cast.children.first.familyId],
  )
  expect(
    (await patch('committee', `/families/${cast.children.first.familyId}`, { updatedAt: '2099-01-01T00:00:00.000Z' }))
      .status,
  ).toBe(200)
  const [{ updated_at: since } = { updated_at: null }] = await programme.query<{ updated_at: Date | null }>(
    'select updated_at from families where id = $1',
    [cast.children.first.familyId],
  )
  expect([since?.getUTCFullYear() === 2099, (since?.getTime() ?? 0) > (touched?.getTime() ?? 0)]).toEqual([false, true])
})

test('a new record of any kind with nothing in it is told what is missing, and is no fault of ours', async () => {
  for (const { config } of Object.values(programme.payload.collections))
    for (const actor of ['co-ordinator', 'committee', 'administrator', 'matched volunteer'] as const)
      for (const body of [{}, { startsAt: null, child: null, match: null }]) {
        const { status, text } = await post(actor, `/${config.slug}`, body)
        expect([config.slug, actor, status < 500 ? 'told' : text]).toEqual([config.slug, actor, 'told'])
      }
})

test('many at once, copies, older versions: refused, whatever the shape', async () => {
  for (const actor of HOSTILE) {
    for (const slug of ['meetings', 'children', 'session-logs', 'users']) {
      for (const where of [
        'where[id][exists]=true',
        `where[id][equals]=${cast.children.first.meeting}`,
        'where[or][0][id][exists]=true',
        '',
      ])
        for (const [method, body] of [
          ['PATCH', { place: 'Elsewhere', name: 'Elsewhere' }],
          ['DELETE', undefined],
        ] as const)
          await refusedWith(
            as(actor, { method, path: `/${slug}?${where}&overrideLock=true&trash=true`, body }),
            400,
            403,
            409,
          )
      for (const id of (await cast.ids(slug)).slice(0, 2)) {
        await refusedWith(as(actor, { method: 'DELETE', path: `/${slug}/${id}` }), 403)
        await refusedWith(post(actor, `/${slug}/${id}/duplicate`, {}), 404)
        await refusedWith(post(actor, `/${slug}/versions/${id}`, {}), 400, 403, 404)
        for (const path of [`/${slug}/versions`, `/${slug}/versions/${id}`])
          await refusedWith(as(actor, { path }), 400, 403, 404)
      }
    }
    await refusedWith(post(actor, '/meetings', { ...(await aProposal()), duplicateFromID: confirmed }), 400)
    for (const query of ['duplicateFromID', 'draft=true&autosave', 'publishAllLocales'])
      await post(actor, `/families?${query}=${cast.children.first.familyId}`, { status: 'x' })
  }
  await nothingHappened()
})

test('[ORG-1] unknown fields and the names of the machine are refused, not dropped in silence', async () => {
  const sent = [
    '{"__proto__":{"status":"confirmed"}}',
    '{"constructor":{"prototype":{"roles":["administrator"]}}}',
    '{"prototype":{"x":1}}',
    '{"roles":["administrator"]}',
    '{"createdBy":"somebody"}',
    '{"_status":"published"}',
    '{"sessions":[]}',
    '{"actor":{"kind":"system","reason":"mine"}}',
    '{"overrideAccess":true}',
    '{"context":{"actor":{"kind":"system"}}}',
    '{"collection":"users"}',
    '{"password":"a new password of mine"}',
    '{"hash":"x","salt":"y"}',
    '{"toString":"x"}',
    '{"deletedAt":"2026-03-03"}',
    '{"name":"Still her","name.constructor":"x"}',
  ]
  for (const body of sent) {
    await refusedWith(patch('committee', `/children/${cast.children.first.id}`, body), 400)
    await refusedWith(post('committee', '/families', body), 400)
    await refusedWith(patch('administrator', `/users/${cast.users.committee}`, body), 400)
    await refusedWith(post('matched volunteer', '/meetings', body), 400)
  }
  for (const body of ['[]', 'null', '12', 'true', '"text"', '{', '[{"status":"confirmed"}]']) {
    await refusedWith(patch('committee', `/children/${cast.children.first.id}`, body), 400)
    await refusedWith(post('committee', '/families', body), 400)
  }
  expect(({} as Record<string, unknown>).status).toBeUndefined()
  await nothingHappened()
})

test('[ORG-1] nobody raises themselves: no role, no designation, no other account', async () => {
  const grant = (user: string, role: string) => ({ user, role, startsOn: '2026-01-01' })
  for (const role of ['committee', 'co-ordinator', 'trustee', 'volunteer', 'administrator']) {
    await refusedWith(post('administrator', '/role-grants', grant(cast.users.administrator, role)), 409)
    for (const actor of ['committee', 'matched volunteer', 'trustee', 'co-ordinator'] as const)
      await refusedWith(post(actor, '/role-grants', grant(cast.users[actor], role)), 403)
  }
  const grants = await programme.query<{ id: string; user_id: string }>('select id, user_id from role_grants')
  for (const { id, user_id } of grants.filter(
    ({ user_id }) => user_id === cast.users.administrator || user_id === cast.users.trustee,
  )) {
    await refusedWith(
      patch('administrator', `/role-grants/${id}`, { user: cast.users.administrator, role: 'committee' }),
      409,
    )
    expect(user_id).toBeTruthy()
  }
  const designate = (holder: string, more: Record<string, unknown> = {}) => ({
    designation: 'safeguarding-lead',
    holder,
    ...more,
  })
  await refusedWith(post('administrator', '/designations', designate(cast.users.administrator)), 409)
  await refusedWith(post('administrator', '/designations', designate(cast.users.trustee)), 409)
  await refusedWith(post('committee', '/designations', designate(cast.users.committee)), 409)
  await refusedWith(
    post(
      'committee',
      '/designations',
      designate(cast.users['safeguarding lead'], {
        cover: cast.users.committee,
        coverFrom: '2026-01-01',
        coverUntil: '2026-12-31',
      }),
    ),
    409,
  )
  for (const actor of ['matched volunteer', 'committee', 'co-ordinator'] as const) {
    await refusedWith(patch(actor, `/users/${cast.users.administrator}`, { email: 'mine@example.invalid' }), 403)
    await refusedWith(patch(actor, `/users/${cast.users[actor]}`, { email: 'mine@example.invalid' }), 403)
  }
  await refusedWith(patch('matched volunteer', `/volunteers/${cast.volunteers.matched}`, { standing: 'active' }), 403)
  await nothingHappened()
})

test('a holder of a designation names who covers it, and an administrator gives one to the committee', async () => {
  const [mine] = await programme.query<{ id: string }>('select id from designations where holder_id = $1', [
    cast.users.committee,
  ])
  expect(
    (
      await patch('committee', `/designations/${mine?.id}`, {
        cover: cast.users['safeguarding lead'],
        coverFrom: '2026-03-05',
        coverUntil: '2026-03-12',
      })
    ).status,
  ).toBe(200)
  expect(
    (await post('administrator', '/designations', { designation: 'grants-lead', holder: cast.users.committee })).status,
  ).toBe(201)
  // Handing one's own to another, or making another of it, is for somebody else to do.
  for (const change of [{ holder: cast.users['safeguarding lead'] }, { designation: 'grants-lead' }])
    await refusedWith(patch('committee', `/designations/${mine?.id}`, change), 409)
})

test('a refusal to change tells nothing of the record: right and wrong guesses look alike, and so does a record that is not there', async () => {
  const absent = '00000000-0000-4000-8000-000000000000'
  for (const actor of [
    'anonymous',
    'matched volunteer',
    'trustee',
    'administrator',
    'paused volunteer',
    'closed account',
  ] as const)
    for (const [slug, id, right, wrong] of [
      ['meetings', cast.children.second.meeting, { status: 'proposed' }, { status: 'confirmed' }],
      ['matches', cast.children.past.match, { status: 'ended' }, { status: 'active' }],
      [
        'consent-requests',
        (await cast.ids('consent-requests'))[0],
        { linkDigest: cast.canaries.secrets[0] },
        { linkDigest: 'a guess' },
      ],
    ] as const) {
      const answers = await Promise.all([
        patch(actor, `/${slug}/${id}`, right),
        patch(actor, `/${slug}/${id}`, wrong),
        patch(actor, `/${slug}/${absent}`, right),
        patch(actor, `/${slug}/${id}`, { noSuchField: 1 }),
      ])
      expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
      for (const action of ['confirm', 'cancel', 'unconfirm', 'start', 'no-such-action']) {
        const [one, none] = await Promise.all([
          post(actor, `/${slug}/${id}/actions/${action}`, { input: {} }),
          post(actor, `/${slug}/${absent}/actions/${action}`, { input: {} }),
        ])
        expect([actor, slug, action, one.status, one.text]).toEqual([actor, slug, action, none.status, none.text])
        expect([401, 403, 404]).toContain(one.status)
      }
    }
  await nothingHappened()
})

test('[VOL-8, MAT-7] a filter, an order or a choice of fields is no oracle: a right and a wrong guess get the same answer', async () => {
  const home = cast.canaries.volunteerHomes[0] ?? ''
  const other = cast.canaries.familyHomes[1] ?? ''
  const [mobile = ''] = (
    await programme.query<{ mobile: string }>('select mobile from guardians where id = $1', [
      cast.children.second.guardianId,
    ])
  ).map((row) => row.mobile)
  const guesses: Array<{ actor: ActorName; slug: string; path: string; right: string }> = [
    { actor: 'matched volunteer', slug: 'volunteers', path: 'homeAddress', right: home },
    { actor: 'matched volunteer', slug: 'meetings', path: 'volunteer.homeAddress', right: home },
    { actor: 'matched volunteer', slug: 'matches', path: 'volunteer.homeAddress', right: home },
    { actor: 'former volunteer', slug: 'meetings', path: 'child.name', right: 'Kim Oldfield' },
    { actor: 'former volunteer', slug: 'meetings', path: 'guardian.mobile', right: cast.canaries.mobiles.at(-2) ?? '' },
    { actor: 'former volunteer', slug: 'session-logs', path: 'child.name', right: 'Kim Oldfield' },
    { actor: 'former volunteer', slug: 'log-addenda', path: 'log.child.name', right: 'Kim Oldfield' },
    {
      actor: 'matched volunteer',
      slug: 'children',
      path: 'family.homeAddress',
      right: cast.canaries.familyHomes[0] ?? '',
    },
    { actor: 'matched volunteer', slug: 'guardians', path: 'family.homeAddress', right: other },
    { actor: 'other volunteer', slug: 'children', path: 'name', right: 'Robin Testerton' },
    { actor: 'matched volunteer', slug: 'guardians', path: 'mobile', right: mobile },
    { actor: 'matched volunteer', slug: 'users', path: 'email', right: await emailOf(cast.users.administrator) },
    {
      actor: 'matched volunteer',
      slug: 'meetings',
      path: 'confirmedBy.email',
      right: await emailOf(cast.users.committee),
    },
    {
      actor: 'matched volunteer',
      slug: 'matches',
      path: 'committeeContact.email',
      right: await emailOf(cast.users.committee),
    },
    { actor: 'administrator', slug: 'notifications', path: 'recipientGuardian.mobile', right: mobile },
    { actor: 'committee', slug: 'consent-requests', path: 'linkDigest', right: cast.canaries.secrets[0] ?? '' },
    {
      actor: 'matched volunteer',
      slug: 'policy-acceptances',
      path: 'user.email',
      right: await emailOf(cast.users['other volunteer']),
    },
    {
      actor: 'matched volunteer',
      slug: 'policy-acceptances',
      path: 'version.author.email',
      right: await emailOf(cast.users.committee),
    },
  ]
  const shapes = [
    (path: string, value: string) => `where[${path}][equals]=${value}`,
    (path: string, value: string) => `where[${path}][like]=${value.slice(0, 14)}`,
    (path: string, value: string) => `where[${path}][contains]=${value.slice(0, 14)}`,
    (path: string, value: string) => `where[${path}][in]=${value}`,
    (path: string, value: string) => `where[${path.replaceAll('.', '__')}][equals]=${value}`,
    (path: string, value: string) =>
      `where[or][0][${path}][equals]=${value}&where[or][1][id][equals]=00000000-0000-4000-8000-000000000000`,
    (path: string, value: string) => `where[and][0][or][0][${path}][equals]=${value}`,
    (path: string, value: string) => `where=${JSON.stringify({ [path]: { equals: value } })}`,
  ]
  const different: string[] = []
  for (const { actor, slug, path, right } of guesses)
    for (const shape of shapes)
      for (const address of [(query: string) => `/${slug}?${query}`, (query: string) => `/${slug}/count?${query}`]) {
        const [hit, miss] = await Promise.all(
          [right, `${right.slice(0, -1)}~`.replace(right.slice(0, 14), 'zzzzzzzzzzzzzz')].map((value) =>
            as(actor, { path: address(shape(path, encodeURIComponent(value))) }),
          ),
        )
        if (hit?.status !== miss?.status || hit?.text !== miss?.text)
          different.push(
            `${actor} ${slug} ${shape(path, '…')}: ${hit?.status} ${hit?.text.slice(0, 90)} / ${miss?.status} ${miss?.text.slice(0, 90)}`,
          )
      }
  expect(different).toEqual([])
  for (const [actor, slug, path] of [
    ['matched volunteer', 'volunteers', 'homeAddress'],
    ['matched volunteer', 'meetings', 'child.name'],
    ['matched volunteer', 'meetings', 'volunteer__homeAddress'],
    ['committee', 'consent-requests', 'linkDigest'],
    ['committee', 'meetings', 'child.name'],
  ] as const)
    for (const sort of [path, `-${path}`, `id,${path}`, `${path},-id`])
      await refusedWith(as(actor, { path: `/${slug}?sort=${sort}` }), 400)
  await nothingHappened()
})

test('no part of a structure, such as the detail of an audit event or a text with headings, is compared with anything: no filter ends in an error of ours', async () => {
  const lists: Array<[ActorName, string, string, string]> = [
    ['safeguarding lead', 'audit-events', 'detail', 'detail.homeAddress'],
    ['committee', 'matches', 'stepsBy', 'stepsBy.school'],
    ['committee', 'meetings', 'match.stepsBy', 'match__stepsBy'],
    ['committee', 'policy-versions', 'text', 'text.root'],
    ['committee', 'policy-translations', 'version.text', 'version__text'],
  ]
  for (const [actor, slug, ...paths] of lists) {
    for (const path of paths)
      for (const compared of [
        'equals',
        'not_equals',
        'in',
        'greater_than',
        'less_than_equal',
        'like',
        'contains',
        'not_like',
        'exists',
      ].filter((comparison) => comparison !== 'exists' || /[._]/.test(path)))
        await refusedWith(as(actor, { path: `/${slug}?where[${path}][${compared}]=true` }), 400)
  }
  for (const [actor, slug, field] of [
    ['safeguarding lead', 'audit-events', 'detail'],
    ['committee', 'matches', 'stepsBy'],
  ] as const)
    expect((await as(actor, { path: `/${slug}?limit=1&where[${field}][exists]=true` })).status).toBe(200)
})

test('a record whose title needs a field that is left out is read all the same, without a title', async () => {
  let read = 0
  for (const { slug, forceSelect } of programme.payload.config.collections)
    for (const field of Object.keys(forceSelect ?? {}).filter((name) => name !== RECORD_TITLE_ALSO)) {
      const answer = await as('safeguarding lead', { path: `/${slug}?select[${field}]=false` })
      expect([slug, field, answer.status]).toEqual([slug, field, 200])
      for (const { recordTitle } of docsOf(answer)) expect([slug, field, recordTitle]).toEqual([slug, field, undefined])
      read += docsOf(answer).length
    }
  expect(read).toBeGreaterThan(10)
})

test('[VOL-8] choosing, filling in and joining show nothing that is not shown anyway', async () => {
  for (const query of [
    'select[homeAddress]=true',
    'select[name]=false',
    'depth=2',
    'depth=99&populate[volunteers][homeAddress]=true',
    'depth=2&populate[families][homeAddress]=true',
    'joins[x][limit]=5',
    'showHiddenFields=true',
    'overrideAccess=true',
    'draft=true',
    'trash=true',
    'locale=all',
    'fallback-locale=null',
    'depth=-1',
    'depth=abc',
    'limit=5&page=9999',
    'page=-1',
    'flattenLocales=false',
  ])
    for (const slug of ['volunteers', 'meetings', 'matches', 'children', 'guardians', 'policy-acceptances']) {
      const { status, text } = await as('matched volunteer', { path: `/${slug}?${query}` })
      expect([query, slug, status < 500]).toEqual([query, slug, true])
      for (const canary of [
        ...cast.canaries.volunteerHomes,
        ...cast.canaries.familyHomes,
        ...cast.canaries.certificates,
      ])
        expect(text).not.toContain(canary)
    }
  for (const limit of ['limit=0', 'limit=-1', 'limit=1001', 'limit=999999999', 'pagination=false'])
    await refusedWith(as('committee', { path: `/children?${limit}` }), 400)
})

test('Payload’s own doors are shut to everybody: to sign in, to reset, to unlock, to register, to run jobs, to query otherwise', async () => {
  const body = { email: await emailOf(cast.users.committee), password: 'a guess of some length', token: 'x', data: {} }
  for (const actor of ['anonymous', 'matched volunteer', 'committee', 'administrator'] as const) {
    for (const path of [
      'login',
      'forgot-password',
      'reset-password',
      'unlock',
      'first-register',
      'logout',
      'verify/x',
      `${cast.users.committee}/api-key/reveal`,
    ])
      await refusedWith(post(actor, `/users/${path}`, body), 403, 404)
    for (const path of [
      '/payload-jobs',
      '/payload-jobs/run',
      '/payload-jobs/handle-schedules',
      '/graphql',
      '/graphql-playground',
      '/payload-locked-documents',
      '/payload-migrations',
      '/payload-kv',
      '/og',
      '/form-state',
      '/server-functions',
      '/reorder',
      '/payload-query-presets',
      '/users/init',
      '/sessions',
      '/credentials',
      '/sign-in-links',
    ])
      for (const method of ['GET', 'POST'])
        await refusedWith(as(actor, { method, path, body: method === 'POST' ? body : undefined }), 401, 403, 404)
    for (const method of ['PUT', 'TRACE-LIKE'])
      await refusedWith(as(actor, { method, path: `/children/${cast.children.first.id}`, body: {} }), 404, 405)
  }
  const access = await as('anonymous', { path: '/access' })
  expect(access.body).toEqual({})
  expect((await as('anonymous', { path: '/users/me' })).body.user).toBeNull()
  for (const actor of ['matched volunteer', 'committee'] as const) {
    const me = await as(actor, { path: '/users/me' })
    const fresh = await post(actor, '/users/refresh-token', {})
    for (const answer of [me, fresh]) {
      expect((answer.body.user as { id: string }).id).toBe(cast.users[actor])
      expect(answer.text).not.toMatch(/token"|exp"|actor|digest/i)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  }
  await refusedWith(post('anonymous', '/users/refresh-token', {}), 403)
  await refusedWith(post('anonymous', '/globals/programme-settings', { charityName: 'Mine' }), 403)
  await refusedWith(post('matched volunteer', '/globals/programme-settings', { charityName: 'Mine' }), 403)
  await refusedWith(post('trustee', '/globals/programme-settings', { charityName: 'Mine' }), 403)
  await nothingHappened()
})

test('a foreign token, a token of Payload’s, a cookie of another make: nobody', async () => {
  const forged = `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ id: cast.users.committee, collection: 'users' }))}.`
  const [token = ''] = (cast.cookies.committee ?? '').split('=').slice(1)
  const guises: Array<Record<string, string>> = [
    { authorization: `JWT ${forged}` },
    { authorization: `Bearer ${token}` },
    { cookie: `payload-token=${forged}` },
    { cookie: `session=${token}x` },
    { cookie: `session=${token.toLowerCase()}` },
    { cookie: `__Host-session=${token}` },
    { cookie: `session=${'A'.repeat(43)}` },
    { cookie: "session=' or 1=1 --" },
    { authorization: 'users API-Key x' },
  ]
  for (const headers of guises) {
    expect((await send({ path: '/users/me', headers })).body.user).toBeNull()
    expect((await send({ path: '/children', headers })).status).toBe(403)
  }
})

test('[DAT-2] asking to be shown less of a change hides nothing of it from the audit, and empties no message', async () => {
  const [{ name } = { name: '' }] = await programme.query<{ name: string }>('select name from children where id = $1', [
    cast.children.second.id,
  ])
  for (const query of [
    'select[id]=true',
    'select[name]=false',
    'depth=2',
    'populate[families][name]=true&depth=2',
    'draft=true',
    'autosave=true',
  ]) {
    const changed = `Jo ${query.slice(0, 9)}`
    expect((await patch('committee', `/children/${cast.children.second.id}?${query}`, { name: changed })).status).toBe(
      200,
    )
    const [event] = await programme.query<{ detail: unknown }>(
      "select detail from audit_events where record_id = $1 and action = 'change' order by sequence desc limit 1",
      [cast.children.second.id],
    )
    expect(event?.detail).toEqual({ name: { before: expect.any(String), after: changed } })
  }
  await patch('committee', `/children/${cast.children.second.id}`, { name })
  const proposed = await post(
    'matched volunteer',
    '/meetings?select[id]=true&depth=2',
    await aProposal({ startsAt: '2026-03-17T16:00:00.000Z' }),
  )
  expect(proposed.status).toBe(201)
  const told = await programme.query('select details from notifications where subject_record = $1', [
    (proposed.body.doc as { id: string }).id,
  ])
  expect(told).toContainEqual({
    details: expect.objectContaining({ startsAt: '2026-03-17T16:00:00.000Z', place: 'Library café' }),
  })
})

test('the panel’s own Save works: the whole record back, one field changed', async () => {
  const cases: Array<{ slug: string; id: string; change: Record<string, unknown>; by: ActorName }> = [
    { slug: 'children', id: cast.children.first.id, change: { knownAs: 'Rob' }, by: 'co-ordinator' },
    {
      slug: 'families',
      id: cast.children.first.familyId,
      change: { name: 'The Testertons of Invented Road' },
      by: 'committee',
    },
    { slug: 'guardians', id: cast.children.first.guardianId, change: { relationship: 'Aunt' }, by: 'committee' },
    { slug: 'volunteers', id: cast.volunteers.matched, change: { name: 'Harper Sample-Smith' }, by: 'co-ordinator' },
    { slug: 'meetings', id: cast.children.first.meeting, change: { minutes: 45 }, by: 'committee' },
    { slug: 'matches', id: cast.children.first.match, change: { frequency: 'fortnightly' }, by: 'committee' },
    { slug: 'users', id: cast.users.trustee, change: { name: 'Toni Trusty-Jones' }, by: 'administrator' },
    { slug: 'policy-versions', id: cast.policy.draft, change: { changes: 'A comma' }, by: 'committee' },
  ]
  for (const { slug, id, change, by } of cases) {
    const {
      collection: _notInTheForm,
      recordTitle: _neverInTheForm,
      ...opened
    } = (await as(by, { path: `/${slug}/${id}?depth=0` })).body
    const saved = await as(by, {
      method: 'PATCH',
      path: `/${slug}/${id}?depth=0&fallback-locale=null`,
      form: { _payload: JSON.stringify({ ...opened, ...change }) },
    })
    expect([slug, saved.status, saved.status === 200 ? '' : saved.text]).toEqual([slug, 200, ''])
    expect(saved.body.doc).toMatchObject({ ...change, rowVersion: Number(opened.rowVersion) + 1 })
    const again = await as(by, {
      method: 'PATCH',
      path: `/${slug}/${id}?depth=0`,
      form: { _payload: JSON.stringify({ ...opened, ...change }) },
    })
    expect([slug, again.status, (again.body.errors as Array<{ rule: string }>)[0]?.rule]).toEqual([slug, 409, 'SAVE'])
  }
  const form = { _payload: JSON.stringify({ name: 'The Newcomers', homeAddress: '3 Invented Road', rowVersion: 1 }) }
  expect((await as('co-ordinator', { method: 'POST', path: '/families?depth=0', form })).status).toBe(201)
  const created = await as('committee', {
    method: 'POST',
    path: '/meetings?depth=0',
    form: {
      _payload: JSON.stringify({
        ...(await aProposal({ startsAt: '2026-03-24T16:00:00.000Z' })),
        status: 'proposed',
        rowVersion: 1,
      }),
    },
  })
  expect([created.status, created.text.slice(0, 0)]).toEqual([201, ''])
})

test('[VOL-11, MTG-4] pausing a volunteer calls the meeting off; losing touch with a parent or moving a child to another family takes the confirmation back', async () => {
  type Taking = (pair: Awaited<ReturnType<typeof aPairThatMayAgree>>) => Promise<RestAnswer>
  const pausing: Taking = (pair) =>
    as('co-ordinator', {
      method: 'POST',
      path: `/volunteers/${pair.volunteer.id}/actions/pause`,
      body: { input: { reason: 'A new job' } },
    })
  const taking: Taking[] = [
    pausing,
    (pair) => patch('co-ordinator', `/guardians/${pair.child.guardianId}`, { contactRule: 'none' }),
    (pair) => patch('co-ordinator', `/guardians/${pair.child.guardianId}`, { family: cast.children.second.familyId }),
    (pair) => patch('co-ordinator', `/children/${pair.child.id}`, { family: cast.children.second.familyId }),
  ]
  for (const take of taking) {
    const pair = await aPairThatMayAgree(programme)
    const id = await aConfirmedMeeting(pair)
    expect((await take(pair)).status).toBe(200)
    expect(
      await programme.query('select status, reason is not null as told from meetings where id = $1', [id]),
    ).toEqual([{ status: take === pausing ? 'cancelled' : 'proposed', told: true }])
    expect(
      (
        await programme.query('select 1 from notifications where subject_record = $1 and template = $2', [
          id,
          take === pausing ? 'meeting-cancelled' : 'meeting-unconfirmed',
        ])
      ).length,
    ).toBeGreaterThan(0)
  }
})

const aProposal = async (changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> => {
  const { id, match, guardianId } = cast.children.first
  return meetingFields({ match, child: { id, guardianId }, volunteer: { id: cast.volunteers.matched } }, changes)
}

/** A meeting that was proposed and confirmed as people do it. */
const aConfirmedMeeting = async (given?: Awaited<ReturnType<typeof aPairThatMayAgree>>): Promise<string> => {
  const pair = given ?? (await aPairThatMayAgree(programme))
  const confirmer = await aPerson({
    query: programme.query,
    name: 'Connie Firm',
    roles: ['committee'],
    designations: ['meeting-confirmer'],
  })
  const { cookie: theirs } = await programme.signIn(pair.volunteer.userId)
  const { cookie } = await programme.signIn(confirmer)
  const proposed = await send({ method: 'POST', path: '/meetings', cookie: theirs, body: meetingFields(pair) })
  const { id } = proposed.body.doc as { id: string }
  const done = await send({ method: 'POST', path: `/meetings/${id}/actions/confirm`, cookie, body: { input: {} } })
  expect(done.body).toMatchObject({ doc: { status: 'confirmed' } })
  return id
}

const emailOf = async (userId: string): Promise<string> =>
  (await programme.query<{ email: string }>('select email from users where id = $1', [userId]))[0]?.email ?? ''

/**
 * Every row of every table and of the job queue, reads of the audit excepted, as one short text: what must not have
 * changed.
 */
const everything = async (): Promise<string> => {
  const tables = await programme.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' and tablename not in ('audit_head', 'sessions') order by 1",
  )
  const sums = await Promise.all(
    tables.map(async ({ name }) => {
      const only = name.endsWith('audit_events') ? "where action <> 'read'" : ''
      return (
        await programme.query<{ sum: string }>(
          `select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t ${only}`,
        )
      )[0]?.sum
    }),
  )
  return JSON.stringify(tables.map(({ name }, at) => [name, sums[at]]))
}
