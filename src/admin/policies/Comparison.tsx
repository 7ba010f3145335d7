import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { versionsToCompare } from '../../programme/policies/overview.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { ComparisonPage } from './ComparisonPage.tsx'

/** Any two versions of a document against each other [POL-4], a view of the panel's own. */
export const Comparison = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const asked = (name: string): string => (typeof searchParams?.[name] === 'string' ? searchParams[name] : '')
  const versions = await versionsToCompare({ work: workOf(initPageResult.req), ids: [asked('from'), asked('to')] })
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      {versions ? (
        <ComparisonPage versions={versions} isSideBySide={asked('view') === 'beside'} />
      ) : (
        <main className="policies">
          <h1>Compare two versions</h1>
          <p>
            These two versions cannot be compared here. <a href="/admin/policies">Choose them from the policies</a>
          </p>
        </main>
      )}
    </PanelView>
  )
}
