import type { FindsSomebody } from '../../../core/house/leading.ts'
import type { MailAddress } from '../../../core/notifications/mailer.ts'
import { mayBeWrittenTo } from './contactRules.ts'

/**
 * A parent or carer as they may be written to today: the contact rule may have changed since the message was written
 * [CON-8].
 */
export const guardianWrittenTo: FindsSomebody = async ({ query, id }) => {
  const [found] = await query<Omit<MailAddress, 'language'> & { language: string | null; mayBeWrittenTo: boolean }>(
    `select coalesce(email, '') as address, name, g.form_language::text as language, ${mayBeWrittenTo('g')} as "mayBeWrittenTo" from guardians g where id = $1`,
    [id],
  )
  if (found && !found.mayBeWrittenTo) return { notBecause: NOT_TO_BE_CONTACTED }
  return found?.address
    ? { address: found.address, name: found.name, language: found.language ?? undefined }
    : undefined
}

const NOT_TO_BE_CONTACTED =
  'This parent or carer is not to be contacted, so the message was not sent. If that has changed, change it on their record, then send the message again.'
