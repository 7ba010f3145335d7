import { workOf } from '../../core/access/work.ts'
import { wordsOfText } from '../../core/richText/nodes.ts'
import { isCaseworker, isCommittee, isTrustee } from '../../programme/people/roles.ts'
import { siblingVersions } from '../../programme/policies/overview.ts'
import { placesToFillIn } from '../../programme/policies/versions/rules.ts'
import { NewVersion } from './NewVersion.tsx'
import type { RecordPartProps } from '../record/partProps.ts'

/**
 * On a version's page: what is still to fill in, the way to a new version, and to a comparison with each other version
 * of its document.
 */
export const VersionWays = async ({ id, data, req }: RecordPartProps) => {
  const work = workOf(req)
  if (!isCaseworker(work.actor) && !isTrustee(work.actor)) return null
  const others = (await siblingVersions({ work, versionId: id })).filter((version) => version.id !== id)
  const places = ['draft', 'proposed'].includes(String(data.status)) ? placesToFillIn(wordsOfText(data.text)) : []
  const next = others.find(({ status }) => ['draft', 'proposed', 'scheduled'].includes(status))
  const isInForce = data.status === 'adopted' && isCommittee(work.actor)
  if (others.length + places.length === 0 && !isInForce) return null
  return (
    <div className="version-ways">
      {places.length > 0 ? (
        <section>
          <h2>
            {places.length === 1 ? 'One place is still to fill in' : `${places.length} places are still to fill in`}
          </h2>
          <ul>
            {places.map((place, index) => (
              <li key={index}>{place}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {isInForce ? (
        <section>
          <h2>Change it</h2>
          {next ? (
            <p>
              <a href={`/admin/collections/policy-versions/${next.id}`}>{`Version ${next.number} is on its way`}</a>
            </p>
          ) : (
            <>
              <p>What is adopted stays as it is. The new version starts as a draft in the same words.</p>
              <NewVersion versionId={id} subject={`version ${String(data.number)}`} />
            </>
          )}
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>Compare</h2>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={`/admin/policies/compare?from=${other.id}&to=${id}`}>{`With version ${other.number}`}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
