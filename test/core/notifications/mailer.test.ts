import { afterEach, expect, test } from '@jest/globals'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { createMailer } from '../../../src/core/notifications/mailer.ts'

let server: Server | undefined

afterEach(async () => {
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)))
})

/** A server that offers no encryption, and notes what it is told. */
const plainServer = async (): Promise<{ port: number; heard: string[] }> => {
  const heard: string[] = []
  const listening = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('220 plain.example\r\n')
    socket.on('data', (chunk) => {
      heard.push(chunk.toString())
      socket.write(chunk.toString().startsWith('EHLO') ? '250 plain.example\r\n' : '502 no\r\n')
    })
  })
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return { port: (listening.address() as AddressInfo).port, heard }
}

const message = {
  messageId: '<one@example.org>',
  to: { address: 'reader@example.org', name: '' },
  rendered: { subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' },
}
const patience = { greeting: 1_000, silence: 1_000, altogether: 3_000 }

test('a server elsewhere is told nothing before the line is encrypted, unless the address says so', async () => {
  const { port, heard } = await plainServer()
  // A name that is not this machine's by its spelling, and leads here all the same.
  const elsewhere = `smtp://0.0.0.0:${port}`
  expect(await createMailer({ smtpUrl: elsewhere, mailFrom: 'mentoring@example.org', patience }).send(message)).toEqual(
    {
      outcome: 'later',
      problem:
        'No safe connection to the mail server could be made. The administrator needs to look at the mail settings.',
    },
  )
  expect(heard.join('')).not.toMatch(/MAIL FROM|AUTH/)

  await createMailer({ smtpUrl: `${elsewhere}?requireTLS=false`, mailFrom: 'mentoring@example.org', patience }).send(
    message,
  )
  expect(heard.join('')).toMatch(/MAIL FROM:<mentoring@example.org>/)
})

test('a certificate that nobody vouches for is good enough on this machine and nowhere else', async () => {
  let taken = 0
  // smtp-server brings a certificate of its own making.
  const encrypted = new SMTPServer({
    authOptional: true,
    logger: false,
    closeTimeout: 100,
    onData: (stream, _session, callback) => {
      stream.resume()
      stream.on('end', () => {
        taken += 1
        callback()
      })
    },
  })
  encrypted.on('error', () => undefined)
  await new Promise<void>((resolve) => encrypted.listen(0, '127.0.0.1', resolve))
  const { port } = encrypted.server.address() as AddressInfo

  expect(
    await createMailer({ smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'mentoring@example.org', patience }).send(
      message,
    ),
  ).toEqual({ outcome: 'accepted' })
  expect(
    await createMailer({ smtpUrl: `smtp://0.0.0.0:${port}`, mailFrom: 'mentoring@example.org', patience }).send(
      message,
    ),
  ).toMatchObject({ outcome: 'later', problem: expect.stringContaining('No safe connection') })
  expect(taken).toBe(1)
  await new Promise<void>((resolve) => encrypted.close(resolve))
})

test('our own domain is read from either way of writing our address', () => {
  const smtpUrl = 'smtp://127.0.0.1:25'
  expect(createMailer({ smtpUrl, mailFrom: 'Kids on Track <mentoring@kids.example>' }).domain).toBe('kids.example')
  expect(createMailer({ smtpUrl, mailFrom: 'mentoring@kids.example' }).domain).toBe('kids.example')
})
