import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { SEARCH } from '../../core/fields/commonTexts.ts'
import { couldBeAskedAgain } from '../../programme/consent/asking/askAgain.ts'
import { isAdministrator, isCommittee } from '../../programme/people/roles.ts'
import { hasAllOfStartingSet } from '../../programme/policies/starting/loadStartingSet.ts'
import { policyOverview } from '../../programme/policies/overview.ts'
import { Messages } from '../actions/Messages.tsx'
import { PanelView } from '../brand/PanelView.tsx'
import { PoliciesPage } from './PoliciesPage.tsx'

/** The documents of the programme and who has signed them [POL-4, POL-5], a view of the panel's own. */
export const Policies = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const work = workOf(initPageResult.req)
  const asked = (typeof searchParams?.text === 'string' ? searchParams.text : '').slice(0, SEARCH.longest).trim()
  const overview = await policyOverview({ work, asked })
  const newWords = await couldBeAskedAgain(work)
  const mayLoadDrafts = (isCommittee(work.actor) || isAdministrator(work.actor)) && !(await hasAllOfStartingSet(work))
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      <Messages>
        {overview || isAdministrator(work.actor) ? (
          <PoliciesPage
            asked={asked}
            documents={overview?.documents ?? []}
            signers={overview?.signers}
            today={overview?.today ?? ''}
            mayWrite={isCommittee(work.actor)}
            newWords={newWords}
            mayLoadDrafts={mayLoadDrafts}
          />
        ) : (
          <main className="policies">
            <h1>Policies</h1>
            <p>
              You can read our policies in the portal. <a href="/portal/policies">Go there</a>
            </p>
          </main>
        )}
      </Messages>
    </PanelView>
  )
}
