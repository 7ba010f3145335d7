import type { EmailAdapter } from 'payload'

/**
 * Payload's own messages join no transaction and carry a live link, so none is ever sent: ours go through the outbox.
 * Throws whatever is tried.
 */
export const noPayloadMail: EmailAdapter = () => ({
  name: 'none',
  defaultFromAddress: 'nobody@example.invalid',
  defaultFromName: 'nobody',
  sendEmail: () => Promise.reject(new Error('Payload sends no mail here: messages go through the outbox.')),
})
