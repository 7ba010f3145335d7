import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import express, { type Express } from 'express'
import { createTransport } from 'nodemailer'
import request from 'supertest'
import { openMessageStore } from '../../src/local/mailbox/messageStore.ts'
import { createMailboxRouter } from '../../src/local/mailbox/router.ts'
import { startMailbox, type Mailbox } from '../../src/local/mailbox/startMailbox.ts'

const clock = { now: () => new Date('2026-03-03T16:00:00Z') }
const invitation = {
  from: 'Kids on Track <hello@kids-on-track.example>',
  to: 'robin.example@volunteers.example',
  subject: 'You are invited <b>& welcome</b>',
  text: 'Hello Robin,\nplease sign in at https://charity.example/sign-in?token=abc-123.\nWrite to javascript:alert(1) never.',
  html: '<html lang="en-GB"><head><title>Welcome</title></head><body><p>Hello</p><script>alert(1)</script></body></html>',
  attachments: [
    {
      filename: 'meeting.ics',
      content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
      contentType: 'text/calendar; method=REQUEST',
    },
  ],
}

let directory: string
let mailbox: Mailbox
let app: Express

const open = async (port?: number): Promise<void> => {
  mailbox = await startMailbox({ appMode: 'local', directory, port, clock })
  app = express().use('/mailbox', mailbox.router)
}

const send = (message: object): Promise<unknown> => createTransport(mailbox.smtpUrl).sendMail(message)

const addresses = async (): Promise<string[]> =>
  [...(await request(app).get('/mailbox')).text.matchAll(/href="(\/mailbox\/messages\/[^"]+)"/g)].map(
    ([, address = '']) => address,
  )

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'mailbox-')), 'mailbox')
  await open()
})

afterEach(async () => {
  await mailbox.stop()
  await rm(join(directory, '..'), { recursive: true, force: true })
})

test('an empty mailbox says how to fill it', async () => {
  const { text } = await request(app).get('/mailbox').expect(200)
  expect(text).toContain('Nothing has been sent yet.')
  expect(text).toContain('<html lang="en-GB">')
})

test('a message is listed and read: headers, text with its links, attachments; nothing in it becomes markup', async () => {
  await send(invitation)
  const list = await request(app).get('/mailbox').expect(200)
  expect(list.text).toContain('You are invited &lt;b&gt;&amp; welcome&lt;/b&gt;')
  expect(list.text).toContain('Tuesday 3 March, 4pm')
  const [address = ''] = await addresses()
  const { text } = await request(app).get(address).expect(200)
  expect(text).toContain('robin.example@volunteers.example')
  expect(text).toContain(
    '<a href="https://charity.example/sign-in?token=abc-123" rel="noreferrer">https://charity.example/sign-in?token=abc-123</a>.',
  )
  expect(text).not.toContain('href="javascript')
  expect(text).not.toContain('<script')
  expect(text).toMatch(/<iframe src="[^"]+\/html" title="[^"]+" sandbox="allow-popups allow-popups-to-escape-sandbox">/)
  const calendar = await request(app).get(`${address}/attachments/0`).expect(200)
  expect(calendar.headers['content-disposition']).toBe('attachment; filename=meeting.ics')
  expect(calendar.text).toContain('BEGIN:VCALENDAR')
  expect(
    (await request(app).get(`${address}/source`).expect('content-type', 'text/plain; charset=utf-8')).text,
  ).toContain('Subject: You are invited')
})

test('the formatted part may neither run nor load anything, and its links open elsewhere', async () => {
  await send(invitation)
  const [address = ''] = await addresses()
  const { headers, text } = await request(app).get(`${address}/html`).expect(200)
  const policy = headers['content-security-policy']
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox')
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/)
  expect(headers['x-frame-options']).toBe('SAMEORIGIN')
  expect(text).toContain('<head><base target="_blank">')
})

test('every page forbids scripts, framing and caching', async () => {
  await send(invitation)
  const [address = ''] = await addresses()
  for (const page of ['/mailbox', address, '/mailbox/messages/none', '/mailbox/mailbox.css']) {
    const { headers } = await request(app).get(page)
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'self'/)
  }
})

test('newest first, narrowed by recipient or subject', async () => {
  for (const subject of ['First', 'Second', 'Third'])
    await send({ ...invitation, subject, to: `${subject.toLowerCase()}@volunteers.example` })
  const { text } = await request(app).get('/mailbox')
  expect([...text.matchAll(/>(First|Second|Third)</g)].map(([, subject]) => subject)).toEqual([
    'Third',
    'Second',
    'First',
  ])
  const found = await request(app).get('/mailbox').query({ find: 'SECOND@' })
  expect([...found.text.matchAll(/>(First|Second|Third)</g)].map(([, subject]) => subject)).toEqual(['Second'])
  expect(found.text).toContain('1 message with “SECOND@”')
})

test('a message survives a restart, and what a kill left half-written does not', async () => {
  await send(invitation)
  await mailbox.stop()
  await writeFile(join(directory, '20260303T160000000Z-000009-ffffff.eml'), 'half')
  await writeFile(join(directory, '20260303T160000000Z-000009-ffffff.json.0a0a.partial'), '{')
  await open()
  const [address = ''] = await addresses()
  expect((await request(app).get(address).expect(200)).text).toContain('You are invited')
  expect(await readdir(directory)).toHaveLength(2)
})

test('only the last messages are kept, and only their owner may read the files', async () => {
  const store = await openMessageStore({ directory: join(directory, 'small'), clock, limit: 3 })
  for (const subject of ['one', 'two', 'three', 'four', 'five']) {
    await store.keep({
      source: Buffer.from(`Subject: ${subject}\r\n\r\nText\r\n`),
      from: 'a@kids-on-track.example',
      to: ['b@volunteers.example'],
    })
  }
  expect(store.list().map(({ subject }) => subject)).toEqual(['five', 'four', 'three'])
  const files = await readdir(join(directory, 'small'))
  expect(files).toHaveLength(6)
  for (const file of files) expect((await stat(join(directory, 'small', file))).mode & 0o777).toBe(0o600)
  expect((await stat(join(directory, 'small'))).mode & 0o777).toBe(0o700)
})

test('an address outside the mailbox is not a message', async () => {
  for (const address of [
    '/mailbox/messages/..%2F..%2Fpackage',
    '/mailbox/messages/none/html',
    '/mailbox/messages/none/source',
    '/mailbox/messages/none/attachments/0',
  ]) {
    expect((await request(app).get(address).expect(404)).text).toContain('There is no such message')
  }
})

test('a message beyond 10 MB is refused for good', async () => {
  await expect(
    send({ ...invitation, attachments: [{ filename: 'large.bin', content: Buffer.alloc(11 * 1024 * 1024) }] }),
  ).rejects.toMatchObject({ responseCode: 552 })
  expect(await addresses()).toEqual([])
})

test('a message that cannot be kept is refused for now', async () => {
  await rm(directory, { recursive: true })
  await expect(send(invitation)).rejects.toMatchObject({ responseCode: 452 })
  expect(await addresses()).toEqual([])
})

test('it listens on this machine only, and elsewhere when its usual port is taken', async () => {
  expect(mailbox.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/)
  const second = await startMailbox({ appMode: 'local', directory: join(directory, 'second'), clock })
  expect(second.smtpUrl).not.toBe(mailbox.smtpUrl)
  await second.stop()
  const squatter = await new Promise<Server>((resolve) => {
    const server = createServer().listen(4120, '127.0.0.1', () => resolve(server))
  })
  await expect(
    startMailbox({ appMode: 'local', directory: join(directory, 'third'), port: 4120, clock }),
  ).rejects.toMatchObject({ code: 'EADDRINUSE', port: 4120 })
  squatter.close()
})

test('it never runs on a real deployment', async () => {
  await expect(startMailbox({ appMode: 'production', directory: join(directory, 'real'), clock })).rejects.toThrow(
    'never runs on a real deployment',
  )
})

test.each<[string, () => string]>([
  [
    'of ten thousand parts, one within the other',
    () =>
      `Subject: Parts\r\nMIME-Version: 1.0\r\n${Array.from({ length: 10_000 }, (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`).join('')}\r\nend\r\n`,
  ],
  ['with a head of a megabyte', () => `Subject: Head\r\n${'X-More: y\r\n'.repeat(100_000)}\r\nText\r\n`],
])('a message %s is kept, is said not to be shown, and is there as it was sent', async (_what, made) => {
  const store = await openMessageStore({ directory: join(directory, 'hostile'), clock })
  const source = Buffer.from(made())
  await store.keep({ source, from: 'a@kids-on-track.example', to: ['b@volunteers.example'] })
  expect(store.list().map(({ subject }) => subject)).toEqual(['A message that cannot be shown'])
  const [summary] = store.list()
  const hostile = express().use('/mailbox', createMailboxRouter({ store }))
  const page = await request(hostile)
    .get(`/mailbox/messages/${summary?.id ?? ''}`)
    .expect(200)
  expect(page.text).toContain('This message cannot be shown')
  const sent = await request(hostile)
    .get(`/mailbox/messages/${summary?.id ?? ''}/source`)
    .buffer(true)
    .expect(200)
  expect(sent.text).toBe(source.toString())
})
