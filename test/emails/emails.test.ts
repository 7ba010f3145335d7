import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { emailNames, emails, renderEmail } from '../../src/boot/emails.ts'
import { fittingDetails } from '../../src/core/house/defineMessage.ts'
import { messagesOf } from '../../src/core/house/messages.ts'
import { areas, type MessageName } from '../../src/programme/house.ts'
import { createMailer, type Mailer } from '../../src/core/notifications/mailer.ts'
import { contrastRatio } from '../../src/web/design/accent.ts'
import { startSmtpSink, type ReceivedMessage, type SmtpSink } from '../support/smtpSink.ts'
import { readingAge } from '../support/readingAge.ts'

const brand = { charityName: 'Kids on Track', accent: '#0b6e4f' }

let sink: SmtpSink
let mailer: Mailer

beforeAll(async () => {
  sink = await startSmtpSink()
  mailer = createMailer({ smtpUrl: sink.url, mailFrom: 'Kids on Track <mentoring@example.org>' })
})

afterAll(async () => {
  await sink.stop()
})

const received = async ({ template, props }: { template: string; props: unknown }): Promise<ReceivedMessage> => {
  sink.clear()
  const rendered = await renderEmail({ template, props, brand })
  expect(
    await mailer.send({
      messageId: '<sample@example.org>',
      to: { address: 'reader@example.org', name: 'A Reader' },
      rendered,
    }),
  ).toEqual({ outcome: 'accepted' })
  const [message] = await sink.waitForMessages({ count: 1 })
  if (!message) throw new Error('Nothing arrived.')
  return message
}

const samples = emailNames.flatMap((template) =>
  Object.entries(emails[template].samples).map(([sample, props]) => ({ template, sample, props })),
)

const messageNamed = (template: MessageName) => {
  const message = messagesOf(areas).get(template)
  if (!message) throw new Error(template)
  return message
}

const isForParents = (template: MessageName): boolean => messageNamed(template).to.kind === 'somebody'

describe.each(samples)('$template, $sample', ({ template, props }) => {
  test('arrives as HTML with a text part, in British English, small, with one thing to do', async () => {
    const { parsed, raw } = await received({ template, props })
    const html = String(parsed.html)
    expect(html).toMatch(/<html[^>]* lang="en-GB"/)
    expect(html).toMatch(/<body[^>]* lang="en-GB"/)
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(Buffer.byteLength(raw)).toBeLessThanOrEqual(25 * 1024)
    expect(html).not.toMatch(/<img|<script|<form|<link|url\(/i)

    const links = [...html.matchAll(/<a[^>]* href="([^"]*)"/g)].map(([, link]) => link)
    expect(links).toEqual([props.link])
    expect(parsed.text).toContain(props.link.replace(/^mailto:/, ''))

    const words = String(parsed.text)
      .split(/\s+/)
      .filter((word) => /[\p{L}\d]/u.test(word))
    expect(words.length).toBeLessThanOrEqual(120)
    expect(parsed.text).toMatch(/You get this e-mail because .+\. It holds no details about any child\./)
    expect(parsed.text).toContain(brand.charityName)
  })

  test('can be read at the age it is written for', async () => {
    const { subject, text } = await renderEmail({ template, props, brand })
    const prose = `${subject}\n${text}`.replaceAll(/\S+@\S+|https?:\S+/g, '')
    expect(readingAge(prose)).toBeLessThanOrEqual(isForParents(template) ? 9 : 11)
  })
})

test('[DAT-5] nothing but the details a template asks for can get into a message', async () => {
  for (const { template, props } of samples) {
    await expect(
      renderEmail({ template, props: { ...props, childName: 'Canary Child', background: 'canary background' }, brand }),
    ).rejects.toThrow(/Unrecognized key/)
    const { recipientName: _recipientName, link: _link, code: _code, about: _about, ...details } = props
    expect(() => fittingDetails({ message: messageNamed(template), details })).not.toThrow()
    expect(() =>
      fittingDetails({ message: messageNamed(template), details: { ...details, childName: 'Canary Child' } }),
    ).toThrow(`"${template}"`)
  }
})

test('[DAT-5] of the details, only when and where are shown, and the place only to those who are going there', async () => {
  const shown = await Promise.all(
    samples
      .filter(({ props }) => 'place' in props)
      .map(async ({ template, props }) => {
        const { subject, html, text } = await renderEmail({
          template,
          props: { ...props, place: 'Canary Café' },
          brand,
        })
        return { template, inBody: `${html}${text}`.includes('Canary'), inSubject: subject.includes('Canary') }
      }),
  )
  expect(
    shown
      .filter(({ inBody }) => inBody)
      .map(({ template }) => template)
      .sort(),
  ).toEqual(['meeting-confirmed', 'meeting-confirmed-parent'])
  expect(shown.filter(({ inSubject }) => inSubject)).toEqual([])
})

test('[MTG-4] an unconfirmed meeting is told of in words that say nothing about anybody', async () => {
  const { props } = samples.find(({ template }) => template === 'meeting-unconfirmed-parent') ?? {}
  const { text } = await renderEmail({ template: 'meeting-unconfirmed-parent', props, brand })
  expect(text).toContain('must not go ahead until it is confirmed again')
  expect(text).not.toMatch(/DBS|consent|training|volunteer|withdrawn|expired/i)
})

test('moments are spoken in London, on both sides of the clock change', async () => {
  const say = async (startsAt: string): Promise<string> =>
    (
      await renderEmail({
        template: 'meeting-confirmed',
        props: { startsAt, place: 'The library', link: 'https://mentoring.example/portal' },
        brand,
      })
    ).text
  expect(await say('2026-03-28T16:00:00Z')).toContain('When: Saturday 28 March, 4pm')
  expect(await say('2026-03-29T15:00:00Z')).toContain('When: Sunday 29 March, 4pm')
  expect(await say('2026-10-25T16:30:00Z')).toContain('When: Sunday 25 October, 4:30pm')
})

test('what does not fit is refused with the name of the message and of the field', async () => {
  await expect(renderEmail({ template: 'no-such', props: {}, brand })).rejects.toThrow('There is no message "no-such".')
  await expect(renderEmail({ template: 'constructor', props: {}, brand })).rejects.toThrow('There is no message')
  await expect(
    renderEmail({
      template: 'meeting-proposed',
      props: { startsAt: 'Tuesday', place: 'x', link: 'https://a.example' },
      brand,
    }),
  ).rejects.toThrow(/"meeting-proposed".*startsAt/)
  await expect(
    renderEmail({ template: 'log-submitted', props: { link: 'javascript:alert(1)' }, brand }),
  ).rejects.toThrow(/"log-submitted".*link/)
  expect(() =>
    fittingDetails({ message: messageNamed('meeting-confirmed'), details: { startsAt: '2026-03-03T16:00:00Z' } }),
  ).toThrow(/"meeting-confirmed".*place/)
})

test('a place is made to fit one line, whatever was typed, and is text', async () => {
  const place = `The café\r\nBcc: everybody@example.org <b>behind</b> ${'the long wall '.repeat(20)}`
  const message = await received({
    template: 'meeting-confirmed',
    props: { startsAt: '2026-03-03T16:00:00Z', place, link: 'https://mentoring.example/portal' },
  })
  const line = /Where: (.*)/.exec(String(message.parsed.text))?.[1] ?? ''
  expect(line.length).toBeLessThanOrEqual(120)
  expect(line).toMatch(/^The café Bcc: everybody@example.org <b>behind<\/b> .*…$/)
  expect(message.parsed.html).not.toContain('<b>')
  expect(message.parsed.headers.has('bcc')).toBe(false)
  expect(message.to).toEqual(['reader@example.org'])
})

test.each(['#0b6e4f', '#ffd400', '#ffffff', '#000000', '#8a8a8a'])(
  'the button can be read on the accent %s',
  async (accent) => {
    const { html } = await renderEmail({
      template: 'log-submitted',
      props: { link: 'https://mentoring.example' },
      brand: { ...brand, accent },
    })
    const colour = /<a[^>]*[; "]color:(#[0-9a-f]{6})/.exec(html)?.[1] ?? ''
    expect(contrastRatio(accent, colour)).toBeGreaterThanOrEqual(4.5)
  },
)
