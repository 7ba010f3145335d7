import type { ReactElement, ReactNode } from 'react'
import { speakMoment } from '../../core/clock/londonDates.ts'
import type { MailMessage } from '../../core/files/mailMessage.ts'
import type { MessageSummary } from './messageStore.ts'
import { TextWithLinks } from './TextWithLinks.tsx'

/** The list of what was sent, newest first; `find` narrows it to a recipient or a word of the subject. */
export const ListPage = ({
  base,
  messages,
  find,
  kept,
}: {
  base: string
  messages: readonly MessageSummary[]
  find: string
  kept: number
}): ReactElement => (
  <Frame base={base} title="Messages sent">
    <p>
      The program is on trial on this machine: every email ends here and nobody receives it.
      {kept > 0 && ` ${kept === 1 ? '1 message' : `${kept} messages`}, the newest first.`}
    </p>
    <form method="get" action={base} role="search">
      <label htmlFor="find">Find by recipient or subject</label>
      <div className="row">
        <input id="find" name="find" type="search" defaultValue={find} autoComplete="off" />
        <button type="submit">Find</button>
      </div>
    </form>
    {find !== '' && (
      <p role="status">
        {messages.length === 1 ? '1 message' : `${messages.length} messages`} with “{find}”.{' '}
        <a href={base}>Show all messages</a>
      </p>
    )}
    {messages.length === 0 && find === '' && (
      <p>
        Nothing has been sent yet. Do something that sends an email, such as inviting a volunteer, then load this page
        again.
      </p>
    )}
    <ol className="list">
      {messages.map((message) => (
        <li key={message.id}>
          <a href={`${base}/messages/${message.id}`}>{titleOf(message)}</a>
          <span>To {message.to.join(', ')}</span>
          <Moment at={message.receivedAt} />
        </li>
      ))}
    </ol>
  </Frame>
)

/** One message: who and when, as an email program shows it, as plain text, and what is attached. */
export const MessagePage = ({
  base,
  summary,
  parsed,
}: {
  base: string
  summary: MessageSummary
  parsed: MailMessage | undefined
}): ReactElement => {
  const here = `${base}/messages/${summary.id}`
  return (
    <Frame base={base} title={titleOf(summary)} back>
      <dl>
        <Fact name="To" value={summary.to.join(', ')} />
        <Fact name="From" value={parsed?.from ?? summary.from} />
        {parsed?.replyTo && <Fact name="Reply to" value={parsed.replyTo} />}
        <Fact name="Sent" value={<Moment at={summary.receivedAt} />} />
        {parsed?.messageId && <Fact name="Message ID" value={parsed.messageId} />}
      </dl>
      {parsed?.html && (
        <section aria-labelledby="formatted">
          <h2 id="formatted">As an email program shows it</h2>
          <p>
            <a href={`${here}/html`}>Open this part on a page of its own</a>. Its links open in a new tab.
          </p>
          <iframe
            src={`${here}/html`}
            title={`The message “${titleOf(summary)}”`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </section>
      )}
      <section aria-labelledby="plain">
        <h2 id="plain">As plain text</h2>
        {parsed?.text ? (
          <TextWithLinks text={parsed.text} />
        ) : (
          <p>
            {parsed
              ? 'This message has no text part.'
              : 'This message cannot be shown: it is made of too many parts, or too large ones. Look at it as it was sent.'}
          </p>
        )}
      </section>
      {parsed && parsed.attachments.length > 0 && (
        <section aria-labelledby="attached">
          <h2 id="attached">Attached</h2>
          <ul>
            {parsed.attachments.map((attachment, index) => (
              <li key={index}>
                <a href={`${here}/attachments/${index}`}>{attachment.filename ?? `Attachment ${index + 1}`}</a> (
                {attachment.contentType}, {speakSize(attachment.content.byteLength)})
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={`${here}/source`}>The message as it was sent, with all its headers</a>
      </p>
    </Frame>
  )
}

/** Said for a message that is not there, or no longer. */
export const MissingPage = ({ base }: { base: string }): ReactElement => (
  <Frame base={base} title="There is no such message" back>
    <p>Only the last 500 messages are kept, so it may have made room for newer ones.</p>
  </Frame>
)

const Frame = ({
  base,
  title,
  back = false,
  children,
}: {
  base: string
  title: string
  back?: boolean
  children: ReactNode
}): ReactElement => (
  <html lang="en-GB">
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${title} – local mailbox`}</title>
      <link rel="stylesheet" href={`${base}/mailbox.css`} />
    </head>
    <body>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header>
        <a href={base}>Local mailbox</a>
        <a href="/">Kids on Track Mentoring</a>
      </header>
      <main id="main" tabIndex={-1}>
        {back && (
          <p>
            <a href={base}>Back to all messages</a>
          </p>
        )}
        <h1>{title}</h1>
        {children}
      </main>
    </body>
  </html>
)

const Fact = ({ name, value }: { name: string; value: ReactNode }): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Moment = ({ at }: { at: Date }): ReactElement => <time dateTime={at.toISOString()}>{speakMoment(at)}</time>

const titleOf = ({ subject }: MessageSummary): string => subject || '(no subject)'

const speakSize = (bytes: number): string => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`)
