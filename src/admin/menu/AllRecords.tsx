import type { AdminViewServerProps, CollectionSlug } from 'payload'
import { MENU_WORDS } from '../../programme/house.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { PanelLink } from './PanelLink.tsx'

/** Every kind of record that this person may read, by the words of the menu: Payload's own lists, for whoever needs one. */
export const AllRecords = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { permissions, visibleEntities, req } = initPageResult
  const kinds = req.payload.config.collections.filter(
    ({ slug }) =>
      visibleEntities.collections.includes(slug) && permissions.collections?.[slug as CollectionSlug]?.read === true,
  )
  const groups = MENU_WORDS.map((word) => ({ word, kinds: kinds.filter(({ admin }) => admin.group === word) }))
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <main className="panel-page">
        <h1>All records</h1>
        <p className="panel-page__about">
          Every kind of record, as it is kept. For everyday work the pages of the menu are shorter.
        </p>
        <div className="all-records">
          {groups
            .filter((group) => group.kinds.length > 0)
            .map((group) => (
              <section key={group.word} aria-labelledby={`records-${group.word}`}>
                <h2 id={`records-${group.word}`}>{group.word}</h2>
                <ul>
                  {group.kinds.map(({ slug, labels }) => (
                    <li key={slug}>
                      <PanelLink href={`/admin/collections/${slug}`}>{wordsOf(labels.plural)}</PanelLink>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
        </div>
      </main>
    </PanelView>
  )
}

/** A label may be a text by language, which none of ours is. */
const wordsOf = (label: unknown): string => (typeof label === 'string' ? label : '')
