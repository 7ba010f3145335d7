import type { ReactElement } from 'react'
import { compareTexts, countChanges } from '../../core/richText/compare.ts'
import type { VersionToCompare } from '../../programme/policies/overview.ts'
import { policyVersionWorkflow } from '../../programme/policies/versions/workflow.ts'
import { adoptedInWords } from '../../programme/policies/spokenDays.ts'
import { Redline } from '../../web/design/Redline.tsx'

/** What became of the earlier version in the later one: in one text, or the two beside each other. */
export const ComparisonPage = ({
  versions: [earlier, later],
  isSideBySide,
}: {
  versions: readonly [VersionToCompare, VersionToCompare]
  isSideBySide: boolean
}): ReactElement => {
  const blocks = compareTexts({ earlier: earlier.text, later: later.text })
  const changes = countChanges(blocks)
  const address = `/admin/policies/compare?from=${earlier.id}&to=${later.id}`
  return (
    <main className="policies" id="policy-comparison">
      <p>
        <a href="/admin/policies">All policies</a>
      </p>
      <h1>{`${earlier.title}: version ${earlier.number} and version ${later.number}`}</h1>
      <p>
        {changes === 0
          ? 'Not a word differs.'
          : `${changes === 1 ? 'One place differs' : `${changes} places differ`}. What came is underlined, what went is struck through.`}
      </p>
      <nav className="policies__views" aria-label="How to show it">
        <a href={address} aria-current={isSideBySide ? undefined : 'true'}>
          In one text
        </a>
        <a href={`${address}&view=beside`} aria-current={isSideBySide ? 'true' : undefined}>
          Side by side
        </a>
      </nav>
      {isSideBySide ? (
        <div className="policies__beside" role="group" aria-label="Side by side">
          <section aria-labelledby="earlier">
            <h2 id="earlier">{nameOf(earlier)}</h2>
            <Redline blocks={blocks} side="earlier" />
          </section>
          <section aria-labelledby="later">
            <h2 id="later">{nameOf(later)}</h2>
            <Redline blocks={blocks} side="later" />
          </section>
        </div>
      ) : (
        <div className="policies__text">
          <Redline blocks={blocks} />
        </div>
      )}
    </main>
  )
}

const nameOf = ({ number, status, adoptedOn, adoptedIn }: VersionToCompare): string =>
  `Version ${number}, ${adoptedOn ? `adopted ${adoptedInWords({ adoptedOn, adoptedIn })}` : (policyVersionWorkflow.states[status] ?? status).toLowerCase()}`
