import { workOf } from '../../core/access/work.ts'
import { isAdministrator } from '../../programme/people/roles.ts'
import type { RecordPartProps } from '../record/partProps.ts'

/** On an account's page: what is not edited but proposed, each a form with this account already in it [ORG-1]. */
export const AccountWays = ({ id, data, req }: RecordPartProps) => {
  if (!isAdministrator(workOf(req).actor)) return null
  const way = (kind: string): string => `/admin/collections/account-changes/create?user=${id}&kind=${kind}`
  return (
    <section className="account-ways">
      <h2>Change by two people</h2>
      <ul>
        <li>
          <a href={way('address')}>Propose another address</a>
        </li>
        <li>
          <a href={way('role')}>Propose a role</a>
        </li>
        {data.standing === 'closed' ? (
          <li>
            <a href={way('reopen')}>Propose to open this account again</a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
