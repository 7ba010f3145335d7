import { workOf } from '../../core/access/work.ts'
import { recordReads } from '../../core/audit/record.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { DECLARES } from '../../programme/recruitment/applications/SelfDeclarations.ts'
import { applicationsAlike } from '../../programme/recruitment/applications/alike.ts'
import { papersOf } from '../../programme/recruitment/applications/queries.ts'
import { applicationWorkflow } from '../../programme/recruitment/applications/workflow.ts'
import { referenceWorkflow } from '../../programme/recruitment/references/workflow.ts'
import { Line, Lines, Part } from '../child/Part.tsx'
import type { RecordPartProps } from '../record/partProps.ts'

/**
 * On an application's page, its references, self-declaration and interview notes: that they are there, and the way to
 * each.
 */
export const ApplicationPapers = async ({ id, req }: RecordPartProps) => {
  const work = workOf(req)
  if (!isCaseworker(work.actor)) return null
  const { references, declaration, notes } = await papersOf({ query: work.query, applicationId: id })
  const alike = await applicationsAlike({ query: work.query, ids: [id] })
  await recordReads({ work, collection: 'applications', ids: alike.map((one) => one.id) })
  return (
    <div className="child-record">
      {alike.length === 0 ? null : (
        <Part title="May be the same person">
          <Lines none="">
            {alike.map(({ id: other, name, code, status }) => (
              <Line
                key={other}
                collection="applications"
                id={other}
                title={`${name}, ${code}`}
                facts={[applicationWorkflow.states[status]]}
              />
            ))}
          </Lines>
        </Part>
      )}
      <Part
        title="References"
        ways={[
          { href: '/admin/collections/volunteer-references/create', words: 'Name another referee' },
          { href: '/admin/collections/reference-answers/create', words: 'Record what a referee said by telephone' },
        ]}
      >
        <Lines none="No referee is named.">
          {references.map(({ id: referenceId, refereeName, status, answerId, answerStatus, worry }) => (
            <Line
              key={referenceId}
              collection={answerId === null ? 'volunteer-references' : 'reference-answers'}
              id={answerId ?? referenceId}
              title={refereeName}
              facts={[
                referenceWorkflow.states[status],
                answerStatus === 'to-confirm' && 'Waits for a second person',
                worry === 'yes' && 'Has a worry: ring them',
              ]}
            />
          ))}
        </Lines>
      </Part>
      <Part
        title="Self-declaration"
        ways={
          declaration ? [] : [{ href: '/admin/collections/self-declarations/create', words: 'Enter one made on paper' }]
        }
      >
        <Lines none="None is made yet.">
          {declaration
            ? [
                <Line
                  key={declaration.id}
                  collection="self-declarations"
                  id={declaration.id}
                  title={(DECLARES as Record<string, string>)[declaration.declares] ?? declaration.declares}
                />,
              ]
            : []}
        </Lines>
      </Part>
      <Part title="Interview">
        <Lines none="No interview is recorded.">
          {notes.map(({ id: noteId, writtenBy }) => (
            <Line
              key={noteId}
              collection="interview-notes"
              id={noteId}
              title="Notes of the interview"
              facts={[writtenBy && `By ${writtenBy}`]}
            />
          ))}
        </Lines>
      </Part>
    </div>
  )
}
