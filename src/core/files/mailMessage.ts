import { simpleParser } from 'mailparser'
import { unreadable } from './unreadable.ts'

/** A message as it came over the wire. */
export type MailGiven = { source: Uint8Array }

/** What there is to read of a message. */
export type MailMessage = {
  subject: string
  from: string | undefined
  replyTo: string | undefined
  messageId: string | undefined
  html: string | undefined
  text: string | undefined
  attachments: Array<{ filename: string | undefined; contentType: string; content: Uint8Array }>
}

/** Takes a message apart. Throws `unreadable` for what is no message, or has more parts than any. */
export const mailMessage = async ({ source }: MailGiven): Promise<MailMessage> => {
  const bytes = Buffer.from(source)
  if (timesIn(bytes, '\n--') > MOST_BOUNDARIES || headOf(bytes) > LONGEST_HEAD) throw notTaken()
  const { subject, from, replyTo, messageId, html, text, attachments } = await simpleParser(bytes, {
    maxHtmlLengthToParse: LONGEST_HTML,
  }).catch(() => {
    throw notTaken()
  })
  return {
    subject: subject ?? '',
    from: from?.text,
    replyTo: replyTo?.text,
    messageId,
    html: html === false ? undefined : html,
    text,
    attachments: attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
  }
}

const MOST_BOUNDARIES = 2_000
const LONGEST_HEAD = 256_000
const LONGEST_HTML = 2_000_000

/** How long the part before the first blank line is. */
const headOf = (bytes: Buffer): number => {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => bytes.indexOf(blank)).filter((at) => at !== -1)
  return ends.length > 0 ? Math.min(...ends) : bytes.length
}

const timesIn = (bytes: Buffer, sign: string): number => {
  let times = 0
  for (let at = bytes.indexOf(sign); at !== -1 && times <= MOST_BOUNDARIES; at = bytes.indexOf(sign, at + 1)) times += 1
  return times
}

const notTaken = (): Error =>
  unreadable({
    reason: 'This message is made of more parts than can be shown.',
    nextStep: 'Look at it as it was sent.',
  })
