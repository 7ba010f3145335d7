import type { UIFieldServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { wordsOfText } from '../../core/richText/nodes.ts'
import { isCaseworker, isTrustee } from '../../programme/people/roles.ts'
import { siblingVersions } from '../../programme/policies/overview.ts'
import { placesToFillIn } from '../../programme/policies/versionRules.ts'

/** On a version's page: what is still to fill in, and the way to a comparison with each other version of its document. */
export const VersionWays = async ({ id, data, req }: UIFieldServerProps) => {
  const work = workOf(req)
  if (!id || (!isCaseworker(work.actor) && !isTrustee(work.actor))) return null
  const others = (await siblingVersions({ work, versionId: String(id) })).filter((version) => version.id !== String(id))
  const places = ['draft', 'proposed'].includes(String(data.status)) ? placesToFillIn(wordsOfText(data.text)) : []
  if (others.length + places.length === 0) return null
  return (
    <div className="version-ways">
      {places.length > 0 ? (
        <section>
          <h2>{places.length === 1 ? 'One place is still to fill in' : `${places.length} places are still to fill in`}</h2>
          <ul>
            {places.map((place, index) => (
              <li key={index}>{place}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>Compare</h2>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={`/admin/policies/compare?from=${other.id}&to=${String(id)}`}>{`With version ${other.number}`}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}
