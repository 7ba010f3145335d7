import type { Payload } from 'payload'
import { plainQuery } from '../core/database/transaction.ts'
import type { WritingOut } from '../core/house/leading.ts'
import { messagesOf } from '../core/house/messages.ts'
import type { MessageSource } from '../core/notifications/deliverNotification.ts'
import type { MailAddress } from '../core/notifications/mailer.ts'
import { clockOf } from '../core/services.ts'
import { readSettings } from '../core/settings/settings.ts'
import { areas } from '../programme/house.ts'
import { spokenTo } from '../programme/people/names.ts'

/**
 * Ties the outbox to the people and the templates: where a message goes today, and what it says, as its area declares.
 */
export const messageSource = ({ payload, publicUrl }: { payload: Payload; publicUrl: string }): MessageSource => {
  const query = plainQuery(payload)
  const messages = messagesOf(areas)
  const finds = Object.assign({}, ...areas.map((area) => area.finds ?? {})) as NonNullable<
    (typeof areas)[number]['finds']
  >
  const messageNamed = (template: string) => {
    const message = messages.get(template)
    if (!message) throw new Error(`There is no message "${template}".`)
    return message
  }
  return {
    resolveRecipient: async ({ template, recipient, subject }) => {
      if (!('id' in recipient)) {
        if ('address' in recipient) return { address: recipient.address, name: '' }
        const { to } = messageNamed(template)
        return to.kind === 'named' ? (await query<MailAddress>(to.address, [subject.record]))[0] : undefined
      }
      if (recipient.kind !== 'user') return finds[recipient.kind]?.({ query, id: recipient.id })
      const [found] = await query<MailAddress>(
        "select email as address, name from users where id = $1 and standing = 'open'",
        [recipient.id],
      )
      return found
    },
    renderMessage: async ({ row, recipient }) => {
      const settings = await readSettings({ query })
      const { leadsTo, prepares } = messageNamed(row.template)
      const given: WritingOut = {
        payload,
        query,
        now: clockOf(payload).now(),
        publicUrl,
        row,
        officeEmail: settings.officeEmail,
      }
      const link = await leadsTo(given)
      if (link === undefined) return undefined
      const prepared = prepares ? await prepares(given) : {}
      if (prepared === undefined) return undefined
      const recipientName = spokenTo(recipient.name).slice(0, 60)
      // With its own packages, which nobody needs before the first message.
      const { renderEmail } = await import('./emails.ts')
      return renderEmail({
        template: row.template,
        props: {
          ...row.details,
          link,
          ...(recipientName ? { recipientName } : {}),
          ...(recipient.language === undefined ? {} : { language: recipient.language }),
          ...prepared,
        },
        brand: { charityName: settings.charityName, accent: settings.accent, phone: settings.officePhone },
      })
    },
  }
}
