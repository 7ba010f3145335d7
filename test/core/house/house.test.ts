import { z } from 'zod'
import { beforeAll, describe, expect, test } from '@jest/globals'
import type { Field, SanitizedConfig } from 'payload'
import { workflowsDocument } from '../../../src/boot/workflowsDocument.ts'
import type { Actor } from '../../../src/core/access/actor.ts'
import { defineCollection } from '../../../src/core/access/defineCollection.ts'
import { tableOf } from '../../../src/core/database/query.ts'
import { collectionsOf } from '../../../src/core/house/collections.ts'
import { defineArea, defineTable, type Area } from '../../../src/core/house/defineArea.ts'
import { answer, defineEvent } from '../../../src/core/house/defineEvent.ts'
import { aPerson } from '../../../src/core/house/audience.ts'
import { calendarDay, defineMessages } from '../../../src/core/house/defineMessage.ts'
import { leading, toItsRecord } from '../../../src/core/house/leading.ts'
import { defineQueue, itself, subjectOf } from '../../../src/core/house/defineQueue.ts'
import { finalTablesOf } from '../../../src/core/house/finalTables.ts'
import { recurringOf, tasksOf } from '../../../src/core/house/jobs.ts'
import { heldByFields, targetOf } from '../../../src/core/house/ofPerson.ts'
import { messagesOf } from '../../../src/core/house/messages.ts'
import { queuesOf } from '../../../src/core/house/queues.ts'
import { quickLinksOf, toListOf, toNew } from '../../../src/core/house/quickLinks.ts'
import { menuFor } from '../../../src/core/house/menu.ts'
import { tablesOf } from '../../../src/core/house/tables.ts'
import { enqueueNotification } from '../../../src/core/notifications/enqueueNotification.ts'
import { programmeSettings } from '../../../src/core/settings/ProgrammeSettings.ts'
import { emit } from '../../../src/core/workflow/events.ts'
import { defineWorkflow } from '../../../src/core/workflow/workflow.ts'
import { areas, floors, MENU_WORDS, TODAY_HEADINGS } from '../../../src/programme/house.ts'
import { matchChanged } from '../../../src/programme/matching/events.ts'
import { isCaseworker, DESIGNATIONS, ROLES } from '../../../src/programme/people/roles.ts'
import { censusOf } from '../../access/census.ts'
import { plantRow } from '../../attack/support/plant.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'

/** Somebody whom everything concerns. */
const EVERYBODY: Actor = {
  kind: 'person',
  userId: 'somebody',
  name: 'Sage Example',
  roles: Object.keys(ROLES),
  designations: Object.keys(DESIGNATIONS),
  profiles: {},
} as unknown as Actor

const fieldsOf = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => ('name' in field ? [field.name] : []))

/** What the house comes to, all derived lists by one name each. */
const derivedFrom = (given: readonly Area[]) => ({
  collections: collectionsOf({ areas: given, headings: MENU_WORDS }).map(({ slug }) => slug),
  menu: collectionsOf({ areas: given, headings: MENU_WORDS }).flatMap(({ slug, admin }) =>
    admin?.group ? [`${String(admin.group)}: ${slug}`] : [],
  ),
  answers: given.flatMap(({ answers = [] }) => answers.map(({ eventName }) => eventName)),
  diagrams: [...workflowsDocument(given).matchAll(/^## (.*)$/gm)].map(([, heading]) => String(heading)),
  finalTables: finalTablesOf(given).map(({ name }) => name),
  tasks: Object.keys(tasksOf({ areas: given, payload: undefined as never, logger: undefined as never })),
  recurring: recurringOf(given).map(({ task, at }) => `${at}: ${task}`),
  queues: Object.keys(queuesOf(given)),
  messages: [...messagesOf(given).keys()],
  settings: fieldsOf(
    programmeSettings({ mayChange: () => true, settings: given.flatMap(({ settings = [] }) => settings) }).fields,
  ),
  quickLinks: quickLinksOf({ areas: given, actor: EVERYBODY }).map(({ href }) => href),
  pages: menuFor({ areas: given, words: MENU_WORDS, actor: EVERYBODY }).flatMap(({ pages }) =>
    pages.map(({ href }) => href),
  ),
  census: Object.keys(censusOf(given)),
  tables: [...tablesOf(given).keys()],
})

describe('the house as it stands', () => {
  test('every kind of event is answered by a higher area, and nothing is answered that no lower area tells', () => {
    const told = areas.flatMap(({ tells = [] }, floor) => tells.map(({ eventName }) => ({ eventName, floor })))
    const answered = areas.flatMap(({ answers = [] }, floor) => answers.map(({ eventName }) => ({ eventName, floor })))
    expect(told.length).toBeGreaterThan(7)
    expect(told.filter(({ eventName }) => !answered.some((one) => one.eventName === eventName))).toEqual([])
    expect(
      answered.filter(({ eventName, floor }) => !told.some((one) => one.eventName === eventName && one.floor <= floor)),
    ).toEqual([])
    expect(new Set(told.map(({ eventName }) => eventName)).size).toBe(told.length)
  })

  test('every record of a person leads to a record that says it is one', () => {
    const records = areas.flatMap((area) => area.records)
    const isPerson = (slug: string): boolean => {
      const about = records.find((record) => record.slug === slug)?.custom.nature.about
      return about !== undefined && about !== 'nobody'
    }
    const led = records.flatMap((record) =>
      record.custom.nature.about === 'nobody'
        ? []
        : record.custom.nature.about
            .filter((name) => name !== 'itself')
            .map((name) => [record.slug, name, targetOf({ record, name })] as const),
    )
    expect(led.length).toBeGreaterThan(50)
    expect(led.filter(([, , target]) => !isPerson(target))).toEqual([])
  })

  test('menus, headings and names are those that there are, and each stands once', () => {
    for (const { name, records, navigation = [], menu = [], queues = {} } of areas) {
      for (const page of menu)
        expect([name, page.words, MENU_WORDS.includes(page.under as (typeof MENU_WORDS)[number])]).toEqual([
          name,
          page.words,
          true,
        ])
      for (const part of navigation) {
        expect([name, MENU_WORDS.includes(part.under as (typeof MENU_WORDS)[number])]).toEqual([name, true])
        expect([name, part.records.filter((record) => !records.includes(record)).map(({ slug }) => slug)]).toEqual([
          name,
          [],
        ])
      }
      for (const [queue, { under }] of Object.entries(queues))
        expect([queue, Object.hasOwn(TODAY_HEADINGS, under)]).toEqual([queue, true])
    }
    for (const list of Object.values(derivedFrom(areas).collections))
      expect(derivedFrom(areas).collections.filter((slug) => slug === list)).toHaveLength(1)
    const places = areas.flatMap(({ queues = {} }) =>
      Object.values(queues).map(({ under, place }) => `${under} ${place}`),
    )
    expect(new Set(places).size).toBe(places.length)
  })

  test('what is often done leads to a record that there is, and each link has a place of its own', () => {
    const links = areas.flatMap(({ quickLinks = [] }) => quickLinks)
    expect(links.map(({ place }) => place).sort((one, other) => one - other)).toEqual(links.map((_link, at) => at + 1))
    const records = derivedFrom(areas).collections
    const led = links.flatMap(({ href }) => [...(/^\/admin\/collections\/([^/]+)/.exec(href)?.slice(1) ?? [])])
    expect(led.length).toBeGreaterThan(6)
    expect(led.filter((slug) => !records.includes(slug))).toEqual([])
    // In the order of the page, for somebody whom all of them concern.
    expect(quickLinksOf({ areas, actor: EVERYBODY }).map(({ words }) => words)).toEqual([
      'Enter a referral',
      'Open the working list',
      'Find a child',
      'Propose a match',
      'Propose a meeting',
      'Ask for consent',
      'Print the consent form',
      'Record vetting',
      'Keep the directory',
      'Read the policies',
      'See who looked at what',
      'Look after accounts',
      'Change settings',
      'Open the portal',
      'Set-up, and what is unsafe',
      'The committee’s meeting',
    ])
    expect(quickLinksOf({ areas, actor: { kind: 'system', reason: 'a test' } })).toEqual([])
  })
})

describe('an area that is added', () => {
  const orchardChanged = defineEvent<{ orchard: string }>('orchard.changed')
  const treeWorkflow = defineWorkflow<object, 'planted' | 'felled'>('trees', {
    noun: 'tree',
    states: { planted: 'Planted', felled: 'Felled' },
    initial: 'planted',
    locks: [],
    facts: () => Promise.resolve({}),
    create: { label: 'Plant', by: [], guards: [] },
    editable: {},
    transitions: { fell: { label: 'Fell', from: ['planted'], to: 'felled', by: [], guards: [] } },
  })
  const trees = defineCollection({
    slug: 'trees',
    labels: { singular: 'Tree', plural: 'Trees' },
    nature: { final: 'in-some-states', sensitive: true, about: ['child'], kept: 'with-the-person' },
    access: { read: isCaseworker },
    workflow: treeWorkflow,
    fields: [{ name: 'child', type: 'relationship', relationTo: 'children' }],
  })
  const orchardMessages = defineMessages({
    'tree-to-fell': { details: z.strictObject({ on: calendarDay }), to: aPerson },
  })
  const orchard = defineArea({
    name: 'orchard',
    records: [trees],
    tables: [
      defineTable({ name: 'tree_rings', final: 'once-stored', sensitive: false, about: 'nobody', kept: 'as-evidence' }),
    ],
    tells: [orchardChanged],
    answers: [answer(orchardChanged, async () => undefined), answer(matchChanged, async () => undefined)],
    navigation: [{ under: 'Policies', place: 2, records: [trees] }],
    menu: [{ under: 'Reports', place: 1, words: 'Trees', href: toListOf(trees), concerns: isCaseworker }],
    quickLinks: [{ place: 99, words: 'Plant a tree', href: toNew(trees), concerns: isCaseworker }],
    jobs: [{ task: 'fell-a-tree', reason: 'somebody asked for it', does: () => Promise.resolve() }],
    queues: {
      toFell: defineQueue({
        title: 'Trees to fell',
        under: 'directory',
        place: 9,
        concerns: isCaseworker,
        waits: () => Promise.resolve([{ id: 'one' }]),
        gravity: 'upkeep',
        subject: ({ id }) => subjectOf('A tree', { collection: 'trees', id }),
        words: () => 'Fell the tree',
        shows: itself('trees'),
      }),
    },
    messages: leading(orchardMessages, { 'tree-to-fell': { leadsTo: toItsRecord } }),
    settings: [
      {
        kind: 'number',
        name: 'treesAtMost',
        label: 'Trees at most',
        place: 99,
        from: 1,
        to: 9,
        usual: 3,
        changedBy: isCaseworker,
        explained: 'More do not fit.',
      },
    ],
    recurring: [
      {
        task: 'water-the-trees',
        at: '0 6 * * *',
        catchUpHours: 1,
        reason: 'it is summer',
        does: () => Promise.resolve(undefined),
        said: 'Watered.',
      },
    ],
    ofPerson: heldByFields([trees]),
  })

  test('stands in every list that is derived, and in each once', () => {
    const [before, after] = [derivedFrom(areas), derivedFrom([...areas, orchard])]
    const added = Object.fromEntries(
      Object.entries(after).map(([list, names]) => [
        list,
        names
          .filter((name) => !before[list as keyof typeof before].includes(name) || list === 'answers')
          .slice(list === 'answers' ? before.answers.length : 0),
      ]),
    )
    expect(added).toEqual({
      collections: ['trees'],
      menu: ['Policies: trees'],
      answers: ['orchard.changed', 'match.changed'],
      diagrams: ['A tree'],
      finalTables: ['trees', 'tree_rings'],
      tasks: ['fell-a-tree', 'water-the-trees'],
      recurring: ['0 6 * * *: water-the-trees'],
      queues: ['toFell'],
      messages: ['tree-to-fell'],
      settings: ['treesAtMost'],
      quickLinks: ['/admin/collections/trees/create'],
      pages: ['/admin/collections/trees'],
      census: ['trees'],
      tables: ['trees', 'tree_rings'],
    })
  })

  test('does not compile when its records tell of somebody and it does not say what belongs to a person, or when a record does not say what it is', () => {
    // @ts-expect-error: trees tell of a child, so `ofPerson` is missing.
    const withoutPerson = () => defineArea({ name: 'orchard', records: [trees] })
    const leaves = { slug: 'leaves', labels: { singular: 'Leaf', plural: 'Leaves' }, access: {}, fields: [] }
    // @ts-expect-error: `nature` is missing.
    const withoutNature = () => defineCollection(leaves)
    // @ts-expect-error: such an event was never defined.
    const unknownEvent = () => emit({ work: undefined as never, event: { name: 'leaf.fell' } })
    expect([withoutPerson, withoutNature, unknownEvent].map((made) => typeof made)).toEqual([
      'function',
      'function',
      'function',
    ])
  })

  test('[DAT-5] cannot write a message with details that its template could not use, nor to somebody for whom it is not', async () => {
    const never = () => Promise.reject(new Error('nothing may be written'))
    const enqueue = (given: object) =>
      enqueueNotification({
        query: never,
        now: new Date(0),
        notification: {
          message: orchardMessages['tree-to-fell'],
          recipient: { kind: 'user', id: 'somebody' },
          subject: { collection: 'trees', record: 'one' },
          details: { on: '2026-03-03' },
          dedupeKey: 'one',
          ...given,
        },
      })
    await expect(enqueue({ details: {} })).rejects.toThrow('do not fit the message "tree-to-fell": on')
    await expect(enqueue({ details: { on: '2026-03-03', childName: 'Canary Child' } })).rejects.toThrow(
      'Unrecognized key',
    )
    await expect(enqueue({ recipient: { kind: 'guardian', id: 'somebody' } })).rejects.toThrow(
      'not for a recipient of the kind "guardian"',
    )
    await expect(enqueue({})).rejects.toThrow('nothing may be written')
  })

  test('may not give a queue the name of another', () => {
    expect(() =>
      queuesOf([...areas, { ...orchard, queues: { logs: orchard.queues?.toFell ?? (undefined as never) } }]),
    ).toThrow('“logs”')
  })
})

describe('an area that is taken away', () => {
  // With it goes whatever stands on a floor above, which may know it; what stands below and beside may not.
  const removals = floors.flatMap((floor, at) =>
    at < 2 ? [] : floor.map((area) => ({ name: area.name, area: area as Area, at })),
  )
  const without = ({ area, at }: { area: Area; at: number }): Area[] =>
    floors
      .slice(0, at + 1)
      .flat()
      .filter((other) => (other as Area) !== area)

  test.each(removals)(
    '$name is gone from every list to which it added, and from each only what is its own',
    (removal) => {
      const rest = without(removal)
      const [before, after, own] = [
        derivedFrom([...rest, removal.area]),
        derivedFrom(rest),
        derivedFrom([removal.area]),
      ]
      const nobody = derivedFrom([])
      for (const [list, names] of Object.entries(before) as Array<[keyof typeof before, string[]]>) {
        // What the house has by itself, such as clearing away, stays.
        const itsOwn = own[list].filter((name) => !nobody[list].includes(name))
        const gone = [...names]
        for (const name of after[list]) gone.splice(gone.indexOf(name), 1)
        expect([list, gone.sort()]).toEqual([list, itsOwn.sort()])
      }
      expect(after.collections).toHaveLength(before.collections.length - removal.area.records.length)
    },
  )

  test.each(removals)('without $name nothing below and beside it is left hanging', (removal) => {
    const rest = without(removal)
    const records = rest.flatMap((area) => area.records)
    const slugs = records.map(({ slug }) => slug)
    const links = records.flatMap((record) =>
      withinRows(record.fields).flatMap((field) =>
        field.type === 'relationship' ? [field.relationTo].flat().map((target) => `${record.slug} -> ${target}`) : [],
      ),
    )
    expect(links.filter((link) => !slugs.some((slug) => link.endsWith(` -> ${slug}`)))).toEqual([])
    // Every answer is to something that is told, every opening of a record that is there, every link to one.
    const told = rest.flatMap(({ tells = [] }) => tells.map(({ eventName }) => eventName))
    expect(derivedFrom(rest).answers.filter((name) => !told.includes(name))).toEqual([])
    expect(
      rest
        .flatMap(({ opens = [] }) => opens.map(({ records: { slug } }) => slug))
        .filter((slug) => !slugs.includes(slug)),
    ).toEqual([])
    expect(
      derivedFrom(rest)
        .quickLinks.flatMap((href) => /^\/admin\/collections\/([^/]+)/.exec(href)?.slice(1) ?? [])
        .filter((slug) => !slugs.includes(slug)),
    ).toEqual([])
    // Whoever a message is for can be found, and Today and the settings page still stand.
    expect(() => collectionsOf({ areas: rest, headings: MENU_WORDS })).not.toThrow()
    const locked = records.flatMap(({ custom: { workflow } }) =>
      (workflow?.locked ?? []).map(({ collection }) => collection),
    )
    expect(locked.filter((slug) => !slugs.includes(slug))).toEqual([])
  })

  test('every list shrinks by some area’s going', () => {
    const all = derivedFrom(areas)
    const shrinking = (list: keyof typeof all): number =>
      removals.filter(
        ({ area }) => derivedFrom(areas.filter((other) => other !== area))[list].length < all[list].length,
      ).length
    expect(Object.keys(all).filter((list) => shrinking(list as keyof typeof all) < 2)).toEqual([])
  })
})

/** A log is of a match, or from a sheet of paper. */
const SOURCES: Readonly<Record<string, Record<string, unknown>>> = { session_logs: { paper_digest: 'a sheet' } }

const withinRows = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => (field.type === 'row' ? withinRows(field.fields) : [field]))

describe('the house on its database', () => {
  let programme: TestProgramme
  let config: SanitizedConfig
  beforeAll(async () => {
    programme = await testProgramme()
    config = programme.payload.config
  })

  test('every collection that Payload serves, its own set aside, is one that an area declares', () => {
    expect(
      config.collections
        .map(({ slug }) => slug)
        .filter((slug) => !slug.startsWith('payload-'))
        .sort(),
    ).toEqual(areas.flatMap(({ records }) => records.map(({ slug }) => slug)).sort())
  })

  test('[DAT-2] whatever table the database guards is declared final, and whatever is declared final it guards', async () => {
    const guarded = await programme.query<{ name: string }>(
      "select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal and tgtype & 24 = 24 and pg_get_triggerdef(oid) ~ 'refuse_change|keep_to_merge' order by 1",
    )
    expect(
      finalTablesOf(areas)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(guarded.map(({ name }) => name))
    expect(guarded.length).toBeGreaterThan(20)
    const mayBeChanged = await programme.query<{ name: string }>(
      "select given.name from unnest($1::text[]) as given(name) where has_table_privilege(given.name, 'UPDATE') or has_table_privilege(given.name, 'DELETE') or has_table_privilege(given.name, 'TRUNCATE')",
      [
        finalTablesOf(areas)
          .filter(({ final }) => final === 'once-stored')
          .map(({ name }) => name),
      ],
    )
    expect(mayBeChanged).toEqual([])
  })

  test('[DAT-4] what an area holds about a child is every row that its tables hold of that child', async () => {
    // Some tables need a row of another first, so they are gone through until none is left.
    let tables = areas.flatMap(({ records }) => records.map(({ slug }) => tableOf(slug)))
    for (let round = 0; round < 5; round += 1) {
      const left: string[] = []
      for (const table of tables)
        await plantRow({ query: programme.query, table, given: SOURCES[table] }).catch(() => left.push(table))
      tables = left
    }
    // The audit is the software's own; the rest must have one subject of two, or two different children.
    expect(tables).toEqual([
      'audit_events',
      'sibling_links',
      'volunteer_references',
      'reference_answers',
      'self_declarations',
      'child_merges',
    ])
    await plantRow({ query: programme.query, table: 'children', given: { name: 'Another Child' } })
    const [one, other] = await programme.query<{ id: string }>(
      "select id from children order by name = 'Another Child' limit 2",
    )
    await plantRow({
      query: programme.query,
      table: 'sibling_links',
      given: { child_id: other?.id, sibling_id: one?.id },
    })
    await plantRow({
      query: programme.query,
      table: 'child_merges',
      given: { keep_id: other?.id, leave_id: one?.id, status: 'proposed' },
    })
    const person = { collection: 'children', id: String(one?.id) }
    const references = await programme.query<{ place: string; named: string }>(
      'select place::text as place, named from child_references()',
    )
    const held = (
      await Promise.all(
        areas.flatMap(({ ofPerson }) => (ofPerson ? [ofPerson({ query: programme.query, person })] : [])),
      )
    ).flat()
    const inTables = (
      await Promise.all(
        references.map(async ({ place, named }) =>
          (await programme.query<{ id: string }>(`select id from ${place} where "${named}" = $1`, [person.id])).map(
            ({ id }) => `${place} ${id}`,
          ),
        ),
      )
    ).flat()
    expect(inTables.length).toBeGreaterThan(15)
    expect(
      held.filter(({ collection }) =>
        ['sibling-links', 'child-merges', 'log-addenda', 'referral-words'].includes(collection),
      ).length,
    ).toBeGreaterThan(2)
    expect(
      inTables.filter((row) => !held.some(({ collection, id }) => row === `${tableOf(collection)} ${id}`)),
    ).toEqual([])
  })
})
