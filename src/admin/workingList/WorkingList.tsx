import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { loadWorkingList } from './loadWorkingList.ts'
import { WorkingListTable } from './WorkingListTable.tsx'
import { DefaultTemplate } from '@payloadcms/next/templates'

/** The committee's working list [ELG-6, ELG-8], a view of the panel's own. */
export const WorkingList = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { req, locale, permissions, visibleEntities } = initPageResult
  const list = await loadWorkingList({ work: workOf(req), asked: searchParams ?? {} })
  return (
    <DefaultTemplate i18n={req.i18n} locale={locale} params={params} payload={req.payload} permissions={permissions} searchParams={searchParams} user={req.user ?? undefined} visibleEntities={visibleEntities}>
      {list ? (
        <WorkingListTable {...list} />
      ) : (
        <main className="working-list">
          <h1>Working list</h1>
          <p>The co-ordinator and the committee keep the working list. Ask one of them.</p>
        </main>
      )}
    </DefaultTemplate>
  )
}
