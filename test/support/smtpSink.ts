import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { waitUntil } from './waitUntil.ts'

/**
 * What the server does wrong. 'refuse' closes the port; 'hang' takes the connection and never greets; 'hang-after-data'
 * reads the whole message and never answers; 'drop-in-data' cuts the line in the middle of the message;
 * 'accept-then-drop' keeps the message and cuts the line before its 250, the one case in which a sender cannot know.
 */
export type SmtpFault =
  | 'none'
  | 'refuse'
  | 'rcpt-4xx'
  | 'rcpt-5xx'
  | 'data-4xx'
  | 'hang'
  | 'hang-after-data'
  | 'drop-in-data'
  | 'accept-then-drop'

/** A message the server kept: its envelope, its parsed MIME and its source as it came over the wire. */
export type ReceivedMessage = { messageId: string; from: string; to: string[]; parsed: ParsedMail; raw: string }

export type SmtpSink = {
  port: number
  /** For SMTP_URL. */
  url: string
  /** Everything kept so far, oldest first. */
  messages: readonly ReceivedMessage[]
  /** How often each Message-ID was kept: more than once means that a person received it twice. */
  countsByMessageId: () => Map<string, number>
  /** Connections taken so far, served or not. */
  connectionCount: () => number
  /** Switches the fault for connections and commands from now on; open connections are cut by 'refuse'. */
  setFault: (fault: SmtpFault) => Promise<void>
  /** Waits until at least this many messages are kept; throws after 10 seconds unless told another time. */
  waitForMessages: (wanted: { count: number; timeoutMilliseconds?: number }) => Promise<readonly ReceivedMessage[]>
  /** Forgets the messages kept so far. */
  clear: () => void
  stop: () => Promise<void>
}

/**
 * A real SMTP server on loopback that keeps what it is sent and can misbehave on demand. A free port unless one is
 * named.
 */
export const startSmtpSink = async ({ port: wantedPort = 0 }: { port?: number } = {}): Promise<SmtpSink> => {
  const messages: ReceivedMessage[] = []
  const sockets = new Map<number, Socket>()
  let fault: SmtpFault = 'none'
  let connections = 0

  const cutLine = (session: SMTPServerSession): void => {
    sockets.get(session.remotePort)?.destroy()
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 100,
    onRcptTo: (_address, _session, callback) => {
      if (fault === 'rcpt-4xx') callback(replyWith(451, 'Try again later'))
      else if (fault === 'rcpt-5xx') callback(replyWith(550, 'No such mailbox'))
      else callback()
    },
    onData: (stream, session, callback) => {
      if (fault === 'drop-in-data') {
        stream.once('data', () => cutLine(session))
        return
      }
      void readWhole(stream).then(async (raw) => {
        if (fault === 'hang-after-data') return
        if (fault === 'data-4xx') {
          callback(replyWith(452, 'Out of room, try again later'))
          return
        }
        messages.push(await readMessage({ raw, session }))
        if (fault === 'accept-then-drop') cutLine(session)
        else callback()
      }, callback)
    },
  })
  // A cut line is what the tests ask for: it must not end the process.
  smtp.on('error', () => undefined)

  const takeConnection = (socket: Socket): void => {
    connections += 1
    const remotePort = socket.remotePort ?? 0
    sockets.set(remotePort, socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(remotePort))
    if (fault !== 'hang') smtp.server.emit('connection', socket)
  }
  const cutEveryLine = (): void => {
    for (const socket of sockets.values()) socket.destroy()
  }

  let listener = await listenOn({ port: wantedPort, takeConnection })
  const { port } = listener.address() as AddressInfo

  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    messages,
    countsByMessageId: () => countsOf(messages.map((message) => message.messageId)),
    connectionCount: () => connections,
    setFault: async (next) => {
      fault = next
      if (next === 'refuse') {
        await closeListener({ listener, cutEveryLine })
      } else if (!listener.listening) {
        listener = await listenOn({ port, takeConnection })
      }
    },
    waitForMessages: async ({ count, timeoutMilliseconds = 10_000 }) => {
      await waitUntil({
        what: () => `${count} messages at the SMTP server (${messages.length} so far)`,
        holds: () => messages.length >= count,
        timeoutMilliseconds,
      })
      return messages
    },
    clear: () => {
      messages.length = 0
    },
    stop: async () => {
      await closeListener({ listener, cutEveryLine })
      await new Promise<void>((resolve) => smtp.close(resolve))
    },
  }
}

const listenOn = async ({
  port,
  takeConnection,
}: {
  port: number
  takeConnection: (socket: Socket) => void
}): Promise<Server> => {
  const listener = createServer(takeConnection)
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject)
    listener.listen(port, '127.0.0.1', resolve)
  })
  return listener
}

const closeListener = async ({
  listener,
  cutEveryLine,
}: {
  listener: Server
  cutEveryLine: () => void
}): Promise<void> => {
  if (!listener.listening) return
  const closed = new Promise<void>((resolve) => listener.close(() => resolve()))
  cutEveryLine()
  await closed
}

const readWhole = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

const readMessage = async ({ raw, session }: { raw: Buffer; session: SMTPServerSession }): Promise<ReceivedMessage> => {
  const parsed = await simpleParser(raw)
  const { mailFrom, rcptTo } = session.envelope
  return {
    messageId: parsed.messageId ?? '',
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map((recipient) => recipient.address),
    parsed,
    raw: raw.toString('utf8'),
  }
}

const replyWith = (responseCode: number, words: string): Error => Object.assign(new Error(words), { responseCode })

const countsOf = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
