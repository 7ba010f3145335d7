import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { createTransport } from 'nodemailer'
import { startSmtpSink, type SmtpFault, type SmtpSink } from './smtpSink.ts'

let sink: SmtpSink

beforeEach(async () => {
  sink = await startSmtpSink()
})
afterEach(async () => {
  await sink.stop()
})

const send = async ({
  messageId,
  text = 'Hello',
  patience = 20_000,
}: {
  messageId: string
  text?: string
  patience?: number
}): Promise<string> => {
  const transport = createTransport({
    url: sink.url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
  })
  try {
    await transport.sendMail({
      messageId,
      from: 'office@kot.example',
      to: 'robin.oak@parents.example',
      subject: 'Café at 4pm',
      text,
    })
    return 'sent'
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    return String(responseCode ?? code)
  } finally {
    transport.close()
  }
}

test('keeps a message parsed, in source and by its envelope, and counts by Message-ID', async () => {
  expect(await send({ messageId: '<one@kot.example>' })).toBe('sent')
  expect(await send({ messageId: '<one@kot.example>' })).toBe('sent')
  expect(await send({ messageId: '<two@kot.example>' })).toBe('sent')
  const [first] = await sink.waitForMessages({ count: 3 })
  expect(first).toMatchObject({
    messageId: '<one@kot.example>',
    from: 'office@kot.example',
    to: ['robin.oak@parents.example'],
  })
  expect(first?.parsed.subject).toBe('Café at 4pm')
  expect(first?.raw).toContain('Subject: =?UTF-8?')
  expect(Object.fromEntries(sink.countsByMessageId())).toEqual({ '<one@kot.example>': 2, '<two@kot.example>': 1 })
  sink.clear()
  expect(sink.messages).toHaveLength(0)
})

test.each<{ fault: SmtpFault; answer: RegExp; kept: number }>([
  { fault: 'refuse', answer: /^ESOCKET$|^ECONNECTION$|^ECONNREFUSED$/, kept: 0 },
  { fault: 'rcpt-4xx', answer: /^451$/, kept: 0 },
  { fault: 'rcpt-5xx', answer: /^550$/, kept: 0 },
  { fault: 'data-4xx', answer: /^452$/, kept: 0 },
  { fault: 'hang', answer: /^ETIMEDOUT$/, kept: 0 },
  { fault: 'hang-after-data', answer: /^ETIMEDOUT$/, kept: 0 },
  { fault: 'drop-in-data', answer: /^ECONNECTION$|^ESOCKET$|^ECONNRESET$|^EPIPE$/, kept: 0 },
  { fault: 'accept-then-drop', answer: /^ECONNECTION$|^ESOCKET$|^ECONNRESET$/, kept: 1 },
])(
  '$fault: the sender sees a failure, and after it heals the next message arrives',
  async ({ fault, answer, kept }) => {
    await sink.setFault(fault)
    // Only a server that hangs is not waited for.
    const patience = fault.startsWith('hang') ? 500 : undefined
    expect(await send({ messageId: '<unlucky@kot.example>', text: 'words '.repeat(50_000), patience })).toMatch(answer)
    expect(sink.messages).toHaveLength(kept)
    await sink.setFault('none')
    expect(await send({ messageId: '<lucky@kot.example>' })).toBe('sent')
    expect(sink.messages).toHaveLength(kept + 1)
  },
)
