import { londonDate } from '../clock/londonDates.ts'
import type { Query } from '../database/query.ts'
import type { AddressSetting } from '../house/defineSetting.ts'
import { coreMessages } from '../messageKinds.ts'
import { enqueueNotification } from '../notifications/enqueueNotification.ts'
import type { MailedHead } from './verify.ts'

/** What the charity sets about it. */
export const auditHeadSetting = ({ changedBy }: Pick<AddressSetting, 'changedBy'>): AddressSetting => ({
  kind: 'address',
  name: 'auditHeadEmail',
  label: 'Address for the daily number of the record of changes',
  place: 11,
  changedBy,
  explained:
    'Of somebody who does not run the machine: a trustee, say. With such an email anybody can show later that nothing was cut from the record. Left empty: none is sent.',
})

/**
 * Puts today’s end of the audit’s chain into the outbox, for the address in the settings: whoever can change everything
 * in the database can cut the chain and close it, but not take back what was mailed (acceptance 18). Once a day; not
 * while there is no address. Tells whether there was one to send.
 */
export const mailAuditHead = async ({ query, now }: { query: Query; now: Date }): Promise<boolean> => {
  const [row] = await query<{ address: string | null; sequence: string; hash: string }>(
    "select (select nullif(audit_head_email, '') from programme_settings limit 1) as address, sequence::text as sequence, hash from audit_head",
  )
  if (!row?.address || row.sequence === '0') return false
  const on = londonDate(now)
  const added = await enqueueNotification({
    query,
    now,
    notification: {
      message: coreMessages['audit-head'],
      recipient: { kind: 'address', address: row.address },
      subject: { collection: 'audit-events', record: row.sequence },
      details: { on, rows: Number(row.sequence), hash: row.hash },
      dedupeKey: `audit-head:${on}`,
    },
  })
  return added !== undefined
}

/** The number and the hash that somebody gives to the check, copied from such an email; nothing where none is given. */
export const mailedHeadIn = (words: readonly string[]): { mailed: MailedHead | undefined } | { problem: string } => {
  const [sequence = '', hash = '', ...others] = words
  if (words.length === 0) return { mailed: undefined }
  const isWhole = /^[1-9]\d{0,14}$/.test(sequence) && /^[0-9a-f]{64}$/i.test(hash) && others.length === 0
  return isWhole
    ? { mailed: { sequence: Number(sequence), hash: hash.toLowerCase() } }
    : {
        problem:
          'Give the number of rows and the 64 signs of the hash as they stand in the email, with a space between them.',
      }
}
