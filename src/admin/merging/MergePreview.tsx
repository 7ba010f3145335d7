import { workOf } from '../../core/access/work.ts'
import { mergePreview, type MergePreview as Preview } from '../../programme/merging/queries.ts'
import type { RecordPartProps } from '../record/partProps.ts'

/**
 * On a proposal to join two records, what each says of the child, what will stand, and what moves [SAME-CHILD].
 */
export const MergePreview = async ({ id, req }: RecordPartProps) => {
  const preview = await mergePreview({ work: workOf(req), id })
  if (!preview) return null
  return (
    <div className="merge-preview">
      <p className="merge-preview__records">
        <RecordLink {...preview.keep} words={preview.isDone ? 'The record that was kept' : 'The record to keep'} />
        <RecordLink
          {...preview.leave}
          words={preview.isDone ? 'The record that was joined to it' : 'The record to join to it'}
        />
      </p>
      {preview.areSiblings && !preview.isDone ? (
        <p className="child-record__flag">
          They are recorded as brothers or sisters of each other. Make sure that it is one child.
        </p>
      ) : null}
      {preview.isDone ? null : <SideBySide {...preview} />}
      <Moves {...preview} />
    </div>
  )
}

const RecordLink = ({ id, name, words }: { id: string; name: string; words: string }) => (
  <span>
    {words}: <a href={`/admin/collections/children/${id}`}>{name}</a>
  </span>
)

const SideBySide = ({ lines, keep, leave }: Preview) => {
  const [differing, alike] = [
    lines.filter(({ differs }) => differs),
    lines.filter(({ differs, keep: said }) => !differs && said !== ''),
  ]
  return (
    <section className="child-record__part">
      <h2>What differs</h2>
      {differing.length === 0 ? (
        <p className="child-record__none">Both records say the same of the child.</p>
      ) : (
        <table className="merge-preview__table">
          <caption className="visually-hidden">What each record says, and what will stand</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">To keep{keep.name === leave.name ? '' : `: ${keep.name}`}</th>
              <th scope="col">To join{keep.name === leave.name ? '' : `: ${leave.name}`}</th>
              <th scope="col">Will stand</th>
            </tr>
          </thead>
          <tbody>
            {differing.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td data-label="To keep">{line.keep || '–'}</td>
                <td data-label="To join">{line.leave || '–'}</td>
                <td data-label="Will stand" className="merge-preview__stays">
                  {line.stays || '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {alike.length > 0 ? (
        <p className="child-record__none">Alike in both: {alike.map(({ label }) => label.toLowerCase()).join(', ')}.</p>
      ) : null}
      <p>What does not stand stays to be read on the record that is joined.</p>
    </section>
  )
}

const Moves = ({ moves, emptiedFamily, isDone }: Preview) => (
  <section className="child-record__part">
    <h2>{isDone ? 'What was moved to the record that was kept' : 'What moves to the record that is kept'}</h2>
    {moves.length === 0 ? (
      <p className="child-record__none">Nothing belongs to the other record.</p>
    ) : (
      <ul className="merge-preview__moves">
        {moves.map(({ kind, records }) => (
          <li key={kind}>
            {kind}: {records}
          </li>
        ))}
      </ul>
    )}
    {emptiedFamily === undefined ? null : <p>Nobody is left in the family “{emptiedFamily}”, so it is taken away.</p>}
  </section>
)
