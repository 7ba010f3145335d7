import type { Payload } from 'payload'
import { plainQuery } from '../../core/database/transaction.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { Mark } from '../../web/design/Mark.tsx'

/** The mark with the charity's and the programme's names. */
export const Logo = async ({ payload }: { payload: Payload }) => {
  const { charityName, programmeName } = await readSettings({ query: plainQuery(payload) })
  return (
    <span className="brand-logo">
      <Mark />
      <span>
        <strong>{charityName}</strong> {programmeName}
      </span>
    </span>
  )
}
