import type { ServerProps } from 'payload'
import { plainQuery } from '../../core/database/transaction.ts'
import { Messages } from '../actions/Messages.tsx'
import { RowAction } from '../today/RowAction.tsx'

/**
 * Above the list of guidance pages: the drafts to start from while there are none, and the way to see them as
 * volunteers do.
 */
export const GuidanceTools = async ({ payload }: Pick<ServerProps, 'payload'>) => {
  const [found] = await plainQuery(payload)<{ some: boolean }>('select exists (select from guidance_pages) as some')
  return (
    <div className="list-tools">
      {found?.some ? (
        <p>
          Volunteers read what is published <a href="/portal/guidance">in the portal</a>.
        </p>
      ) : (
        <Messages>
          <p>
            There are short drafts that answer what volunteers ask most. Read each, make it your own, and publish it.
          </p>
          <RowAction
            label="Put the drafts here"
            subject="guidance pages"
            address="/api/guidance-pages/starting-pages"
            sends={{}}
            done="The drafts are here. Read each, then publish it."
          />
        </Messages>
      )}
    </div>
  )
}
