import nodemailer from 'nodemailer'
import { readableLine } from '../fields/readable.ts'
import type { ReturnPaths } from './returnPaths.ts'
import { verdictOf, type SendVerdict } from './smtpVerdict.ts'

/** A message as its template made it. */
export type RenderedMessage = {
  subject: string
  html: string
  text: string
  /** An invitation that calendars understand, or its withdrawal. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; content: string }
  attachments?: ReadonlyArray<{ filename: string; contentType: string; content: Buffer }>
}

/** Where a message goes; `language` is the code of the one in which they read, where it is another than ours. */
export type MailAddress = { address: string; name: string; language?: string | undefined }

export type Mailer = {
  /**
   * Hands one message to the mail server for one person. `id` says which of ours it is, should it come back. Never
   * throws: what went wrong is in the answer.
   */
  send: (message: {
    id?: string
    messageId: string
    to: MailAddress
    rendered: RenderedMessage
  }) => Promise<SendVerdict>
  /** What follows the @ in our own address; part of every Message-ID. */
  domain: string
}

/**
 * How long the server may take, in milliseconds: to greet us over a safe line, without a word in between, and
 * altogether.
 */
export type SmtpPatience = { greeting: number; silence: number; altogether: number }

/**
 * A mailer for a server given as `smtp://user:password@host:port` or `smtps://…`. Unless that is this very machine, the
 * connection must be encrypted and its certificate is checked; a server in the house without encryption needs
 * `?requireTLS=false` in its address. A connection serves one message and is then closed.
 */
export const createMailer = ({
  smtpUrl,
  mailFrom,
  returned,
  patience = USUAL_PATIENCE,
}: {
  smtpUrl: string
  mailFrom: string
  /** Where messages come back to, one address each; to our own address unless told. */ returned?: ReturnPaths
  patience?: SmtpPatience
}): Mailer => {
  const sender = bareAddress(mailFrom)
  const here = isThisMachine(smtpUrl)
  const transport = nodemailer.createTransport({
    requireTLS: !here,
    tls: { rejectUnauthorized: !here },
    // What the address says in its query wins over everything here.
    url: smtpUrl,
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    domain: sender.slice(sender.lastIndexOf('@') + 1),
    send: async ({ id, messageId, to, rendered }) => {
      if (!isOneAddress(to.address)) return verdictOf({ code: 'EENVELOPE', command: 'API' })
      try {
        await transport.sendMail({
          from: mailFrom,
          to: { address: to.address, name: readableLine(to.name) },
          envelope: { from: id === undefined || !returned ? sender : returned.addressOf(id), to: [to.address] },
          messageId,
          subject: readableLine(rendered.subject),
          html: rendered.html,
          text: rendered.text,
          icalEvent: rendered.calendar,
          attachments: rendered.attachments?.map((attachment) => ({ ...attachment })),
          // No answering machine should answer this, and no answer should start a circle.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          signal: AbortSignal.timeout(patience.altogether),
        })
        return { outcome: 'accepted' }
      } catch (error) {
        return verdictOf(error)
      }
    },
  }
}

// The wait for the answer after the message is long on purpose: who hangs up too early sends it twice.
const USUAL_PATIENCE: SmtpPatience = { greeting: 30_000, silence: 90_000, altogether: 180_000 }

const bareAddress = (mailFrom: string): string => /<([^<>]+)>\s*$/.exec(mailFrom)?.[1] ?? mailFrom.trim()

const isThisMachine = (smtpUrl: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(smtpUrl).hostname)

const isOneAddress = (address: string): boolean => /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(address)
