import { describe, expect, test } from '@jest/globals'
import type { Actor, PersonActor } from '../../../src/core/access/actor.ts'
import type { Work } from '../../../src/core/access/work.ts'
import { defineArea } from '../../../src/core/house/defineArea.ts'
import { defineQueue, subjectOf } from '../../../src/core/house/defineQueue.ts'
import { menuCounts, menuFor, placeInMenu } from '../../../src/core/house/menu.ts'
import type { MenuPage } from '../../../src/core/house/menuPage.ts'
import { queuesOf } from '../../../src/core/house/queues.ts'
import { areas, MENU_WORDS } from '../../../src/programme/house.ts'

const person = (...roles: string[]): PersonActor => ({
  kind: 'person',
  userId: 'somebody',
  name: 'Sage Example',
  roles,
  designations: [],
  worksInPanel: true,
  profiles: {},
  provenAt: new Date('2026-03-03T12:00:00Z'),
})

const page = (given: Partial<MenuPage> & Pick<MenuPage, 'under' | 'words'>): MenuPage => ({
  place: 1,
  href: `/admin/${given.words}`,
  concerns: () => true,
  ...given,
})

describe('the menu', () => {
  const wordsOf = (actor: Actor): string[] => menuFor({ areas, words: MENU_WORDS, actor }).map(({ word }) => word)

  test('has at most nine words, and each person has those alone under which something of theirs stands', () => {
    expect(MENU_WORDS).toHaveLength(9)
    const whole = ['Today', 'Children', 'Volunteers', 'Meetings', 'Policies', 'Settings']
    expect(wordsOf(person('committee'))).toEqual(expect.arrayContaining(whole))
    expect(wordsOf(person('co-ordinator'))).toEqual(expect.arrayContaining(whole))
    expect(wordsOf(person('administrator'))).toEqual(['Today', 'Policies', 'Settings'])
    expect(wordsOf(person('trustee'))).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/Children|Volunteers|Meetings|Worries|Settings/)]),
    )
  })

  test('a word appears once an area has a page under it, and leads to the first of its pages', () => {
    const money = page({ under: 'Money', words: 'Grants', place: 2 })
    const given = [{ menu: [money] }, { menu: [page({ under: 'Money', words: 'Claims', place: 1 })] }]
    const words = ['Today', 'Money', 'Reports']
    expect(menuFor({ areas: given, words, actor: person() })).toEqual([
      {
        word: 'Money',
        href: '/admin/Claims',
        pages: [
          { words: 'Claims', href: '/admin/Claims' },
          { words: 'Grants', href: '/admin/Grants' },
        ],
        counts: [],
      },
    ])
    expect(menuFor({ areas: [{ menu: [{ ...money, concerns: () => false }] }], words, actor: person() })).toEqual([])
  })

  test('every page leads into the panel, stands once, and counts queues that there are', () => {
    const pages = areas.flatMap(({ menu = [] }) => menu)
    const queues = Object.keys(queuesOf(areas))
    expect(pages.filter(({ href }) => !/^\/admin(\/|$)/.test(href))).toEqual([])
    expect(new Set(pages.map(({ href }) => href)).size).toBe(pages.length)
    expect(new Set(pages.map(({ under, place }) => `${under} ${place}`)).size).toBe(pages.length)
    expect(pages.flatMap(({ counts = [] }) => counts).filter((name) => !queues.includes(name))).toEqual([])
  })

  test('an address stands at the page that holds it, or at the word of its kind of record, or nowhere', () => {
    const menu = menuFor({ areas, words: MENU_WORDS, actor: person('committee') })
    const at = (address: string): Array<string | undefined> | undefined => {
      const place = placeInMenu({ menu, areas, address })
      return place && [place.word.word, place.page]
    }
    expect(at('/admin')).toEqual(['Today', '/admin'])
    expect(at('/admin/working-list')).toEqual(['Children', '/admin/working-list'])
    expect(at('/admin/collections/children/x/change')).toEqual(['Children', '/admin/collections/children'])
    expect(at('/admin/collections/child-backgrounds/x')).toEqual(['Children', undefined])
    expect(at('/admin/collections/children-of-nobody')).toBeUndefined()
    expect(at('/admin/account')).toBeUndefined()
    const ofTrustee = menuFor({ areas, words: MENU_WORDS, actor: person('trustee') })
    expect(placeInMenu({ menu: ofTrustee, areas, address: '/admin/collections/child-backgrounds' })).toBeUndefined()
  })

  test('what is counted at a word is what this person can do, up to a number, and nothing that concerns others', async () => {
    const waiting = (rows: boolean[], concerns: (actor: Actor) => boolean = () => true) =>
      defineQueue({
        title: 'Things',
        under: 'things',
        place: 1,
        concerns,
        waits: ({ limit }) => Promise.resolve(rows.slice(0, limit)),
        canBeDone: (row) => row,
        gravity: 'upkeep',
        subject: () => subjectOf('A thing', { collection: 'things', id: 'one' }),
        words: () => 'Do the thing',
        shows: () => [],
      })
    const area = defineArea({
      name: 'things',
      records: [],
      queues: {
        few: waiting([true, false, true]),
        many: waiting([true, true, true, true, true]),
        others: waiting([true], () => false),
      },
      menu: [
        page({ under: 'Things', words: 'Few', counts: ['few', 'others'] }),
        page({ under: 'More', words: 'Many', counts: ['many'] }),
        page({ under: 'Wrong', words: 'Wrong', counts: ['nobody’s'] }),
      ],
    })
    const work = { actor: person(), now: new Date('2026-03-03T12:00:00Z') } as Work
    const counts = (...words: string[]) =>
      menuCounts({ work, areas: [area], menu: menuFor({ areas: [area], words, actor: work.actor }), most: 4 })
    expect([...(await counts('Things', 'More'))]).toEqual([
      ['Things', { count: 2, hasMore: false }],
      ['More', { count: 4, hasMore: true }],
    ])
    await expect(counts('Wrong')).rejects.toThrow('nobody’s')
  })
})
