import type { ServerProps } from 'payload'
import { plainQuery } from '../../core/database/transaction.ts'
import { Messages } from '../actions/Messages.tsx'
import { listAddress } from '../today/listAddress.ts'
import { RowAction } from '../today/RowAction.tsx'

/** Above the list of the directory: the places to begin with while it is empty, and the ways out of it. */
export const DirectoryTools = async ({ payload }: Pick<ServerProps, 'payload'>) => {
  const [found] = await plainQuery(payload)<{ some: boolean }>('select exists (select from directory_entries) as some')
  return (
    <div className="list-tools">
      {found?.some ? (
        <p>
          Take it with you, in the shape of the Open Referral UK standard: <a href="/directory/file?form=json">JSON</a>{' '}
          or <a href="/directory/file?form=csv">CSV</a>. Private people and your notes stay here, and each time is
          recorded. The directory as a whole is looked at each year as one of the{' '}
          <a href={listAddress({ collection: 'policies', field: 'kind', values: ['referral-directory'] })}>policies</a>,
          whose review date reminds you.
        </p>
      ) : (
        <Messages>
          <p>
            There are places to begin with. Nobody has checked them, so they hold no numbers: check each, and fill in
            what you find.
          </p>
          <RowAction
            label="Put them here"
            subject="the places to begin with"
            address="/api/directory-entries/starting-places"
            sends={{}}
            done="They are here. Check each, then press “Checked today”."
          />
        </Messages>
      )}
    </div>
  )
}
