import type { AdminViewServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { PanelView } from '../brand/PanelView.tsx'
import { loadWorkingList } from './loadWorkingList.ts'
import { WorkingListTable } from './WorkingListTable.tsx'

/** The committee's working list [ELG-6, ELG-8], a view of the panel's own. */
export const WorkingList = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const list = await loadWorkingList({ work: workOf(initPageResult.req), asked: searchParams ?? {} })
  return (
    <PanelView initPageResult={initPageResult} params={params} searchParams={searchParams}>
      {list ? (
        <WorkingListTable {...list} />
      ) : (
        <main className="working-list">
          <h1>Working list</h1>
          <p>The co-ordinator and the committee keep the working list. Ask one of them.</p>
        </main>
      )}
    </PanelView>
  )
}
