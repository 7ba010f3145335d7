import type { Payload } from 'payload'
import { plainQuery } from '../../core/database/transaction.ts'
import { readSettings } from '../../core/settings/settings.ts'
import { brandIcon, brandStyle } from './brandStyle.ts'

/** Gives every page of the panel the charity's colour and its icon in the browser's tab, from today's settings. */
export const Brand = async ({ payload }: { payload: Payload }) => {
  const { accent } = await readSettings({ query: plainQuery(payload) })
  return (
    <>
      <style>{brandStyle({ accent })}</style>
      <link rel="icon" type="image/svg+xml" href={brandIcon({ accent })} />
    </>
  )
}
