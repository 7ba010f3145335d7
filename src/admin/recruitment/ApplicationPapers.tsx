import type { UIFieldServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { isCaseworker } from '../../programme/people/roles.ts'
import { DECLARES } from '../../programme/recruitment/applications/SelfDeclarations.ts'
import { papersOf } from '../../programme/recruitment/applications/queries.ts'
import { referenceWorkflow } from '../../programme/recruitment/references/workflow.ts'
import { Line, Lines, Part } from '../child/Part.tsx'

/**
 * On an application's page, its references, self-declaration and interview notes: that they are there, and the way to
 * each.
 */
export const ApplicationPapers = async ({ id, req }: UIFieldServerProps) => {
  const work = workOf(req)
  if (!id || !isCaseworker(work.actor)) return null
  const { references, declaration, notes } = await papersOf({ query: work.query, applicationId: String(id) })
  return (
    <div className="child-record">
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
