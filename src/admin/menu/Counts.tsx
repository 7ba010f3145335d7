import type { Work } from '../../core/access/work.ts'
import { menuCounts, type MenuWord } from '../../core/house/menu.ts'
import { areas } from '../../programme/house.ts'

/** How much waits for this person at a word of the menu: said when it is known, so that no page waits for it. */
export const Counts = async ({ work, word }: { work: Work; word: MenuWord }) => {
  const { count, hasMore } = (await menuCounts({ work, areas, menu: [word], most: MOST })).get(word.word) ?? NOTHING
  return count > 0 ? (
    <span className="menu__count">
      <span className="visually-hidden">, </span>
      {count}
      {hasMore ? '+' : ''}
      <span className="visually-hidden"> to do</span>
    </span>
  ) : null
}

/** Beyond this nobody counts. */
const MOST = 20
const NOTHING = { count: 0, hasMore: false }
