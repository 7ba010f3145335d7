import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { explainStartFailure } from '../problem.ts'
import { systemCode } from '../systemError.ts'
import type { MessageStore } from './messageStore.ts'

/**
 * Takes mail by SMTP on 127.0.0.1, without a password, and keeps it in the store before it says so. A message beyond 10
 * MB is refused for good; one that cannot be kept, on a full disk for instance, is refused for now, so that it is sent
 * again later.
 */
export const openSmtpDoor = async ({
  store,
  port,
}: {
  store: MessageStore
  port?: number
}): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: largestMessage,
    closeTimeout: 1000,
    onData: (stream, { envelope }, callback) => {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      readWhole(stream)
        .then((source) =>
          stream.sizeExceeded
            ? Promise.reject(answer(552, 'The message is larger than 10 MB'))
            : store.keep({ source, from, to }),
        )
        .then(
          () => callback(null, 'Kept in the local mailbox'),
          (error: unknown) =>
            callback(
              isAnswer(error) ? error : answer(452, explainStartFailure(error) ?? 'The message could not be kept'),
            ),
        )
    },
  })
  // A sender that hangs up in the middle is the sender's affair.
  server.on('error', () => undefined)
  const bound = await listen({ server, port })
  return { port: bound, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const largestMessage = 10 * 1024 * 1024
const usualPort = 2525

/** The port asked for, else the usual one, else any: only a port that was asked for has to be free. */
const listen = async ({ server, port }: { server: SMTPServer; port?: number }): Promise<number> => {
  try {
    await bind({ server, port: port ?? usualPort })
  } catch (error) {
    if (port !== undefined || systemCode(error) !== 'EADDRINUSE') throw error
    await bind({ server, port: 0 })
  }
  return (server.server.address() as AddressInfo).port
}

const bind = ({ server, port }: { server: SMTPServer; port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.server.off('error', reject)
      resolve()
    })
  })

const readWhole = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(Buffer.from(chunk as Uint8Array))
  return Buffer.concat(chunks)
}

const answer = (responseCode: number, words: string): Error & { responseCode: number } =>
  Object.assign(new Error(words), { responseCode })

const isAnswer = (error: unknown): error is Error & { responseCode: number } =>
  error instanceof Error && 'responseCode' in error
