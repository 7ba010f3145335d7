import { workOf } from '../../core/access/work.ts'
import { speakDate } from '../../core/clock/londonDates.ts'
import { isCaseworker, isTrustee } from '../../programme/people/roles.ts'
import { versionsOfPolicy } from '../../programme/policies/overview.ts'
import { policyVersionWorkflow } from '../../programme/policies/versions/workflow.ts'
import type { RecordPartProps } from '../record/partProps.ts'

/** On a document's page: its versions, which hold its text, and the way to who has signed. */
export const VersionsOfPolicy = async ({ id, req }: RecordPartProps) => {
  const work = workOf(req)
  if (!isCaseworker(work.actor) && !isTrustee(work.actor)) return null
  const versions = await versionsOfPolicy({ work, policyId: id })
  return (
    <div className="version-ways">
      <section>
        <h2>Versions</h2>
        {versions.length === 0 ? <p>There is no version yet. Its text stands in its versions.</p> : null}
        <ul>
          {versions.map(({ id: versionId, number, status, adoptedOn, adoptedIn }) => (
            <li key={versionId}>
              <a href={`/admin/collections/policy-versions/${versionId}`}>{`Version ${number}`}</a>
              {`: ${standingWords({ status, adoptedOn, adoptedIn })}`}
            </li>
          ))}
        </ul>
        <p>
          <a href="/admin/policies">All policies, and who has signed what</a>
        </p>
      </section>
    </div>
  )
}

const standingWords = ({
  status,
  adoptedOn,
  adoptedIn,
}: {
  status: string
  adoptedOn: string | null
  adoptedIn: string | null
}): string => {
  const adopted =
    adoptedOn === null ? [] : [`adopted ${adoptedIn === null ? `on ${speakDate(adoptedOn)}` : `in ${adoptedIn}`}`]
  return status === 'adopted'
    ? adopted.join('')
    : [(policyVersionWorkflow.states[status] ?? status).toLowerCase(), ...adopted].join(', ')
}
