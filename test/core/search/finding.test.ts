// What people type is found however it is spelt, and what is listed stands in the order in which it is read.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { asUser } from '../../../src/core/access/localApi.ts'
import { tableOf } from '../../../src/core/database/query.ts'
import { folded } from '../../../src/core/search/folded.ts'
import { STARTING_PAGES } from '../../../src/programme/guidance/starting/startingPages.ts'
import { searchableTexts } from '../../../src/core/search/listSearch.ts'
import { isFoundIn, sought } from '../../../src/core/search/sought.ts'
import { actingIn } from '../../support/acting.ts'
import { hostileStrings } from '../../support/hostileStrings.ts'
import { filterIn } from '../../../src/programme/workingList/filter.ts'
import { workingList } from '../../../src/programme/workingList/list.ts'
import { policyOverview } from '../../../src/programme/policies/overview.ts'
import { aPolicy, aVersion, richText } from '../../support/policies.ts'
import { WORDS_ALIKE } from '../../../src/programme/people/wordsAlike.ts'
import { aMatchedPair, aPerson, insertOne } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

let programme: TestProgramme
beforeAll(async () => {
  programme = await testProgramme()
})
const { workAs } = actingIn(() => programme)

describe('what is sought', () => {
  test.each([
    ['zoe', 'Zoë Testcase'],
    ['ZOË', 'zoe testcase'],
    ['omock', 'River O’Mock'],
    ['o’mock', 'River OMock'],
    ['O‘Mock', "River O'Mock"],
    ['OʼMock river', 'River O’Mock'],
    ['demo smith', 'Ash Demo-Smith'],
    ['lukasz', 'Łukasz Invented'],
    ['soren', 'Søren Invented'],
    ['strasse', 'Straße 4'],
    ['sian', 'Siân Invented'],
    ['child’s', 'What a child needs'],
    ['childs', 'What children need'],
    ['children', 'a child'],
    ['lift in car', 'Lifts: may I drive a child in my cars?'],
    ['car lift', 'May I give a lift in my car?'],
    ['counsellor', 'Counselling for young people'],
    ['counselling', 'Andover counsellors'],
    ['counselor', 'Counselling'],
    ['families', 'The family hub'],
    ['bereaved', 'Bereavement support'],
    ['swimming lessons', 'They swim; a lesson is free'],
    ['young carer', 'For carers who are young'],
    ['testerton robin', 'Robin Testerton'],
    ['Марія', 'Марія Вигадана'],
    ['', 'anything'],
  ])('“%s” finds “%s”', (asked, said) => expect(isFoundIn({ asked, said })).toBe(true))

  test.each([
    ['zoe testcase', 'Zoë Demo'],
    ['tutor', 'Counselling'],
    ['the in', 'nothing'],
  ])('“%s” does not find “%s”', (asked, said) => expect(isFoundIn({ asked, said })).toBe(false))

  test.each([
    ['telephone', 'my phone', true],
    ['mobiles', 'the telephone', true],
    ['confidentiality', 'what is confidential', true],
    ['confidentiality', 'a secret', true],
    ['DBS', 'a police check', true],
    ['grief', 'after the bereavement', true],
    ['telephone', 'a letter', false],
    ['grief', 'a phone', false],
  ])('“%s” finds what means the same: “%s”, %s', (asked, said, found) => {
    expect(isFoundIn({ asked, said, alike: WORDS_ALIKE })).toBe(found)
    if (found) expect(isFoundIn({ asked, said })).toBe(false)
  })

  test.each([
    'lift in car',
    'lifts',
    'cinema',
    'phone',
    'telephone',
    'confidential',
    'confidentiality',
    'gifts',
    'presents',
    'secret',
    'cancelling',
  ])('[GUI-1] a volunteer who looks for “%s” finds a page that the guidance begins with', (asked) =>
    expect(
      STARTING_PAGES.filter(({ title, text }) => isFoundIn({ asked, said: `${title} ${text}`, alike: WORDS_ALIKE })),
    ).not.toEqual([]),
  )

  test('whatever is typed finds the very text that it is copied from', () => {
    for (const text of [
      ...hostileStrings('http://example.invalid'),
      'Harris James Thomas Peter Manning Boxes Policies Glasses Bus',
    ])
      for (const word of folded(text).split(' ').filter(Boolean))
        expect([word, sought(word).every((stem) => word.startsWith(stem))]).toEqual([word, true])
  })

  test('the database folds as the programme does', async () => {
    const texts = [
      ...hostileStrings('http://example.invalid').filter((text) => !/[\0\p{Cs}]/u.test(text)),
      'Zoë O’Mock, Łukasz Ærø ß þ İstanbul ŞIŞLİ ﬁne ½ ①',
      "a'b’c‘d‛eʼfʻgʹhʽi`j´k′l＇m",
      'Ελλάς ΣΑΣ',
      'देवनागरी العربية 漢字 ไทย',
    ]
    const rows = await programme.query<{ folded: string }>(
      'select folded(text) as folded from unnest($1::text[]) with ordinality as given(text, place) order by place',
      [texts],
    )
    expect(rows.map((row) => row.folded)).toEqual(texts.map(folded))
  })
})

describe('the lists of the panel', () => {
  const searched = () =>
    Object.values(programme.payload.collections)
      .map(({ config }) => ({ table: tableOf(config.slug), texts: searchableTexts(config.fields) }))
      .filter(({ texts }) => texts.length > 0)
  const column = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

  test('every text that a list is searched by is folded into found_by, and sorted as people read it', async () => {
    const rows = await programme.query<{ table: string; column: string; collation: string; found: boolean }>(
      `select c.relname as table, a.attname as column, l.collname as collation, coalesce(d.columns @> array[a.attnum], false) as found
       from pg_class c join pg_attribute a on a.attrelid = c.oid join pg_collation l on l.oid = a.attcollation
       left join lateral (select array_agg(refobjsubid::int2) as columns from pg_depend p join pg_attrdef f on f.oid = p.objid join pg_attribute g on g.attrelid = f.adrelid and g.attnum = f.adnum
         where p.classid = 'pg_attrdef'::regclass and p.refobjid = c.oid and g.attname = 'found_by' and refobjsubid <> g.attnum) d on true
       where c.relnamespace = 'public'::regnamespace and a.attnum > 0`,
    )
    const wrong = searched().flatMap(({ table, texts }) =>
      texts
        .map((text) => `${table}.${column(text)}`)
        .filter(
          (name) =>
            !rows.some((row) => `${row.table}.${row.column}` === name && row.found && row.collation === 'und-x-icu'),
        ),
    )
    // A new text: add it to found_by of its table in a migration, and give it the collation (migrations/*_finding.ts).
    // A policy of the database holds on to the number of a version, which is no word.
    expect(wrong).toEqual(['policy_versions.number'])
  })

  test('[POL-1] a policy is found by the words of its text in force, in the lists and on the page of the policies', async () => {
    const by = await aPerson({ ...programme, name: 'Cas Chair', roles: ['committee'] })
    const work = await workAs(by)
    const policy = await aPolicy({ ...programme, kind: 'expense-policy', title: 'Expense policy' })
    const text = richText('Mileage is paid at forty pence. Keep the receipt. Ring the mobile.')
    const version = await aVersion({ ...programme, policyId: policy, text, authorId: by })
    await aVersion({
      ...programme,
      policyId: policy,
      text: richText('Bicycles too.'),
      status: 'draft',
      number: '2.0',
      authorId: by,
    })
    const found = async (collection: 'policies' | 'policy-versions', field: string, words: string) =>
      (await asUser(work).find({ collection, where: { [field]: { like: words } } })).map(({ id }) => id)
    expect(await found('policies', 'title', 'receipts mileage')).toEqual([policy])
    expect(await found('policies', 'title', 'bicycle')).toEqual([])
    const documents = async (asked: string) => (await policyOverview({ work, asked }))?.documents.map(({ id }) => id)
    expect(await documents('refunds')).toEqual([policy])
    expect(await documents('bicycle')).toEqual([])
    // What the title does not say, the text does, in these words or in others.
    expect(await documents('mileage')).toEqual([policy])
    expect(await documents('telephone')).toContain(policy)
    const unwritten = await aPolicy({ ...programme, kind: 'guidance', title: 'What to claim' })
    expect(await documents('refunds')).toEqual([policy, unwritten])
    const [row] = await programme.query<{ found: string }>(
      'select found_by as found from policy_versions where id = $1',
      [version],
    )
    expect(row?.found).toContain('mileage is paid at forty pence')
  })

  test('a list is asked for a day of London, from its first minute to its last', async () => {
    const pair = await aMatchedPair(programme)
    const aMeeting = (startsAt: string) =>
      insertOne({
        ...programme,
        collection: 'meetings',
        row: {
          match_id: pair.match,
          child_id: pair.child.id,
          volunteer_id: pair.volunteer.id,
          guardian_id: pair.child.guardianId,
          starts_at: startsAt,
          minutes: 15,
          kind: 'one-to-one',
          place_kind: 'public',
          place: 'Library café',
          agreed_on: '2026-06-01',
          agreed_way: 'text',
          proposed_by_id: pair.volunteer.userId,
          status: 'proposed',
          row_version: 1,
        },
      })
    // Half past midnight on 3 June is the day before in UTC, and half past eleven that night is not.
    const [first, last] = [await aMeeting('2026-06-02T23:30:00Z'), await aMeeting('2026-06-03T22:30:00Z')]
    const work = await workAs(await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] }))
    const onDay = async (day: string) =>
      (await asUser(work).find({ collection: 'meetings', where: { startsAt: { equals: day } } })).map(({ id }) => id)
    expect((await onDay('2026-06-03')).sort()).toEqual([first, last].sort())
    expect(await onDay('2026-06-02')).toEqual([])
  })

  test('people stand in the order in which their names are read, with accents, capitals and strokes', async () => {
    const family = await insertOne({ ...programme, collection: 'families', row: { name: 'In order', row_version: 1 } })
    for (const name of ['Zoë', 'de Souza', 'zara', 'Émile', 'Łukasz', 'Ada'])
      await insertOne({ ...programme, collection: 'children', row: { name, family_id: family, row_version: 1 } })
    const inOrder = ['Ada', 'de Souza', 'Émile', 'Łukasz', 'zara', 'Zoë']
    const work = await workAs(await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator'] }))
    const panel = await asUser(work).find({
      collection: 'children',
      where: { family: { equals: family } },
      sort: 'name',
    })
    expect(panel.map(({ name }) => name)).toEqual(inOrder)
    const { rows } = await workingList({ work, filter: filterIn({}).filter, limit: 100 })
    expect(rows.map(({ shown }) => shown.name).filter((name) => inOrder.includes(name))).toEqual(inOrder)
  })

  const SEARCHES: ReadonlyArray<[collection: string, asked: string, finds: boolean]> = [
    ['children', 'zoe', true],
    ['children', 'o’mock', true],
    ['children', 'ZOE OMOCK', true],
    ['children', 'mock zoe', true],
    ['children', 'pip', true],
    ['children', 'nobody zoe', false],
    ['volunteers', 'emile', true],
    ['users', 'Emile', true],
    ['matches', 'zoe', true],
    ['matches', 'emile omock', true],
    ['matches', 'nobody', false],
    ['vetting-records', 'emile', true],
    ['consents', 'zoe', true],
    ['role-grants', 'emile', true],
  ]
  test('a person is found in every list that speaks of them, however the name is typed', async () => {
    const pair = await aMatchedPair(programme)
    await programme.query("update children set name = 'Zoë O’Mock', known_as = 'Pip' where id = $1", [pair.child.id])
    await programme.query("update volunteers set name = 'Émile de Souza' where id = $1", [pair.volunteer.id])
    await programme.query("update users set name = 'Émile de Souza' where id = $1", [pair.volunteer.userId])
    const by = await aPerson({ ...programme, name: 'Ada Keeper', roles: ['co-ordinator', 'committee'] })
    for (const [collection, asked, finds] of SEARCHES) {
      const { admin } = programme.payload.collections[collection as 'children']!.config
      const where = { or: (admin.listSearchableFields ?? []).map((field) => ({ [field]: { like: asked } })) }
      const found = await asUser(await workAs(by)).find({ collection: collection as 'children', where, limit: 10 })
      expect([collection, asked, found.length > 0]).toEqual([collection, asked, finds])
    }
  })
})
