type Asked = Map<string, Array<(words: string | undefined) => void>>

/** What is asked for in this moment, by collection and the field by which its records are called. */
const waiting = new Map<string, Asked>()

/**
 * What a record is called, for the lists of the panel: all that a page asks for in one moment is asked of the server
 * together. Undefined where there is no such record for this person, or no answer; always answered.
 */
export const titleOf = ({
  collection,
  id,
  title,
}: {
  collection: string
  id: string
  title: string
}): Promise<string | undefined> =>
  new Promise((answer) => {
    const kind = `${collection} ${title}`
    const asked: Asked = waiting.get(kind) ?? new Map()
    if (asked.size === 0) {
      waiting.set(kind, asked)
      setTimeout(() => {
        waiting.delete(kind)
        void askFor({ collection, title, asked })
      }, GATHERED_FOR)
    }
    asked.set(id, [...(asked.get(id) ?? []), answer])
  })

/** Milliseconds in which the cells of a page say what they need. */
const GATHERED_FOR = 20

/** Ids at one time: their addresses stay short enough for every proxy. */
const AT_ONE_TIME = 50

const askFor = async ({ collection, title, asked }: { collection: string; title: string; asked: Asked }) => {
  const ids = [...asked.keys()]
  for (let from = 0; from < ids.length; from += AT_ONE_TIME) {
    const some = ids.slice(from, from + AT_ONE_TIME)
    const found = await titlesOf({ collection, title, ids: some })
    for (const id of some) for (const answer of asked.get(id) ?? []) answer(found.get(id))
  }
}

const titlesOf = async ({
  collection,
  title,
  ids,
}: {
  collection: string
  title: string
  ids: readonly string[]
}): Promise<Map<string, string>> => {
  const asking = new URLSearchParams({ depth: '0', limit: String(ids.length), 'where[id][in]': ids.join(',') })
  try {
    const response = await fetch(`/api/${collection}?${asking.toString()}`, { credentials: 'same-origin' })
    const { docs = [] } = (await response.json()) as { docs?: Array<Record<string, unknown>> }
    return new Map(docs.flatMap((doc) => (doc[title] ? [[String(doc.id), String(doc[title])] as const] : [])))
  } catch {
    return new Map()
  }
}
