import type { FoundKind, FoundRecord } from '../../core/search/everywhere.ts'
import { PanelLink } from '../menu/PanelLink.tsx'
import type { FoundNow } from './useFound.ts'

type FoundOptionsProps = {
  id: string
  found: FoundNow
  /** Which one Enter would open, counted from the first of all. */
  at: number
  onChoose: () => void
}

/** What was found while somebody types, kind by kind, and the way to the whole page of it. */
export const FoundOptions = ({ id, found: { kinds, all }, at, onChoose }: FoundOptionsProps) => (
  <div className="found-options" id={id} role="listbox" aria-label="What was found">
    {kinds.map((kind, place) => (
      <div key={kind.collection} role="group" aria-label={kind.called}>
        <p className="found-options__kind" aria-hidden="true">
          {kind.called}
        </p>
        {kind.records.map((record, within) => (
          <Option
            key={record.id}
            id={id}
            place={firstOf(kinds, place) + within}
            at={at}
            to={record}
            onChoose={onChoose}
          />
        ))}
      </div>
    ))}
    <Option id={id} place={firstOf(kinds, kinds.length)} at={at} to={all} onChoose={onChoose} />
  </div>
)

const firstOf = (kinds: readonly FoundKind[], place: number): number =>
  kinds.slice(0, place).reduce((sum, { records }) => sum + records.length, 0)

const Option = ({
  id,
  place,
  at,
  to: { href, title, about, state },
  onChoose,
}: {
  id: string
  place: number
  at: number
  to: Omit<FoundRecord, 'id'>
  onChoose: () => void
}) => (
  <PanelLink
    id={`${id}-${place}`}
    role="option"
    aria-selected={place === at}
    tabIndex={-1}
    className="found-options__one"
    href={href}
    onClick={onChoose}
  >
    <span className="found-options__title">{title}</span>
    {about ? <span className="found-options__about">{about}</span> : null}
    {state ? <span className="state-chip">{state}</span> : null}
  </PanelLink>
)
