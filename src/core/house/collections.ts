import type { Access, CollectionConfig, Where } from 'payload'
import { actorOf } from '../access/actor.ts'
import type { AccessRule, RecordKind } from '../access/defineCollection.ts'
import type { Area } from './defineArea.ts'
import { helped, type HelpTexts } from './helpTexts.ts'
import { readFirst } from './recordPage.ts'

/**
 * The collections of all areas as Payload is given them: in the order of the panel's menu, whose `headings` come in
 * order too, those that stand in no menu at the end; opened to whom a higher area opens them; and each with a page that
 * is read before its form.
 */
export const collectionsOf = ({
  areas,
  headings,
  help = {},
}: {
  areas: readonly Area[]
  headings: readonly string[]
  /** What stands below the fields of forms. */
  help?: HelpTexts
}): CollectionConfig[] => {
  const parts = areas.flatMap(({ navigation = [] }) => navigation)
  const listed = headings.flatMap((heading) =>
    parts
      .filter(({ under }) => under === heading)
      .sort((one, other) => one.place - other.place)
      .flatMap(({ records }) =>
        records.map((record) => ({ ...record, admin: { ...record.admin, group: heading, hidden: false } })),
      ),
  )
  const hidden = areas.flatMap(({ records }) => records).filter(({ slug }) => !listed.some((one) => one.slug === slug))
  const openings = areas.flatMap(({ opens = [] }) => opens)
  return [...listed, ...hidden].map((given) => {
    const record = helped({ record: given, texts: help })
    return readFirst(
      openings
        .filter(({ records }) => records.slug === record.slug)
        .reduce<CollectionConfig>((opened, { to }) => openedTo({ record: opened, to }), record),
    )
  })
}

const openedTo = ({ record, to }: { record: CollectionConfig; to: AccessRule }): CollectionConfig => ({
  ...record,
  access: { ...record.access, read: eitherOf(record.access?.read, to) },
})

/** Whoever the area itself lets read is not asked about further. */
const eitherOf =
  (own: Access | undefined, further: AccessRule): Access =>
  async (asked) => {
    const granted = (await own?.(asked)) ?? false
    if (granted === true) return true
    const alsoGranted = await further(actorOf(asked.req), asked.req)
    if (granted === false || alsoGranted === true) return alsoGranted
    return alsoGranted === false ? granted : ({ or: [granted, alsoGranted] } satisfies Where)
  }

/** The record of this name in the house. Throws where there is none. */
export const recordNamed = ({ areas, slug }: { areas: readonly Area[]; slug: string }): RecordKind => {
  const found = areas.flatMap(({ records }) => records).find((record) => record.slug === slug)
  if (!found) throw new Error(`There is no kind of record “${slug}”.`)
  return found
}
