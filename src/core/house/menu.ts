import type { Actor } from '../access/actor.ts'
import type { Work } from '../access/work.ts'
import { queuesOf } from './queues.ts'
import type { Area } from './defineArea.ts'
import type { MenuPage } from './menuPage.ts'

/** A word of the menu as one person has it: where it leads, the pages under it, the queues that are counted. */
export type MenuWord = {
  word: string
  href: string
  pages: ReadonlyArray<Pick<MenuPage, 'words' | 'href'>>
  counts: readonly string[]
}

/** How much waits at a word of the menu, and whether there is more than was counted. */
export type MenuCount = { count: number; hasMore: boolean }

/** The menu of one person: the words in order, each with what stands under it. A word without a page is left out. */
export const menuFor = ({
  areas,
  words,
  actor,
}: {
  areas: ReadonlyArray<Pick<Area, 'menu'>>
  words: readonly string[]
  actor: Actor
}): MenuWord[] => {
  const theirs = areas.flatMap(({ menu = [] }) => menu).filter(({ concerns }) => concerns(actor))
  return words.flatMap((word) => {
    const pages = theirs.filter(({ under }) => under === word).sort((one, other) => one.place - other.place)
    const [first] = pages
    return first
      ? [
          {
            word,
            href: first.href,
            pages: pages.map((page) => ({ words: page.words, href: page.href })),
            counts: pages.flatMap(({ counts = [] }) => counts),
          },
        ]
      : []
  })
}

/**
 * Where an address of the panel stands in somebody's menu: at the page of it that holds the address, or else at the word
 * under which the records of that kind stand. Nowhere where neither is theirs.
 */
export const placeInMenu = ({
  menu,
  areas,
  address,
}: {
  menu: readonly MenuWord[]
  areas: ReadonlyArray<Pick<Area, 'navigation'>>
  address: string
}): { word: MenuWord; page?: string } | undefined => {
  const holding = menu
    .flatMap((word) => word.pages.map(({ href }) => ({ word, page: href })))
    .filter(({ page }) => address === page || (page !== HOME && address.startsWith(`${page}/`)))
    .sort((one, other) => other.page.length - one.page.length)[0]
  if (holding) return holding
  const slug = /^\/admin\/collections\/([^/]+)/.exec(address)?.[1]
  const under = areas
    .flatMap(({ navigation = [] }) => navigation)
    .find(({ records }) => records.some((record) => record.slug === slug))?.under
  const word = menu.find((one) => one.word === under)
  return word && { word }
}

/** The panel's first page, below which every other address lies. */
const HOME = '/admin'

/**
 * How much this person can do something about at each word of their menu, up to `most` rows a queue: what is counted
 * here is what Today would show.
 */
export const menuCounts = async ({
  work,
  areas,
  menu,
  most,
}: {
  work: Work
  areas: readonly Area[]
  menu: readonly MenuWord[]
  most: number
}): Promise<ReadonlyMap<string, MenuCount>> => {
  const queues = queuesOf(areas)
  const counted = await Promise.all(
    menu
      .filter(({ counts }) => counts.length > 0)
      .map(async ({ word, counts }) => {
        const each = await Promise.all(
          counts.map(async (name) => {
            const queue = queues[name]
            if (!queue) throw new Error(`The menu counts a queue “${name}”, which nobody has.`)
            const rows = await queue.waits({ work, limit: most + 1 })
            return {
              count: rows.slice(0, most).filter((row) => queue.canBeDone(row as never, work.now)).length,
              hasMore: rows.length > most,
            }
          }),
        )
        return [
          word,
          {
            count: each.reduce((sum, { count }) => sum + count, 0),
            hasMore: each.some(({ hasMore }) => hasMore),
          },
        ] as const
      }),
  )
  return new Map(counted)
}
