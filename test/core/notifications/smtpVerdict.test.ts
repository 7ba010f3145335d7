import { expect, test } from '@jest/globals'
import { verdictOf } from '../../../src/core/notifications/smtpVerdict.ts'

const smtp = (command: string, response: string, code = 'EENVELOPE'): object => ({
  command,
  code,
  response,
  responseCode: Number(response.slice(0, 3)),
})

test.each([
  ['no such mailbox', smtp('RCPT TO', '550 5.1.1 No such user')],
  ['a full stop to the content', smtp('DATA', '554 5.7.1 Message refused', 'EMESSAGE')],
  ['an address that nodemailer cannot use', { code: 'EENVELOPE', command: 'API' }],
])('%s is final', (_what, error) => {
  expect(verdictOf(error).outcome).toBe('never')
})

test.each([
  ['greylisting', smtp('RCPT TO', '451 4.7.1 Try again later')],
  ['a full mailbox', smtp('DATA', '452 4.2.2 Mailbox full', 'EMESSAGE')],
  ['a session in the wrong state', smtp('RCPT TO', '503 Bad sequence of commands')],
  ['a sender that the server does not know', smtp('MAIL FROM', '550 Sender unknown')],
  ['a greeting of refusal', smtp('CONN', '554 No service for you', 'EPROTOCOL')],
  ['a wrong password', smtp('AUTH PLAIN', '535 Authentication failed', 'EAUTH')],
  ['a certificate that does not fit', { code: 'ETLS', command: 'CONN' }],
  ['a closed port', { code: 'ESOCKET', command: 'CONN' }],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }],
  ['our own patience', { name: 'AbortError', code: 'EABORT' }],
  ['anything unknown', new Error('out of the blue')],
  ['nothing at all', undefined],
])('%s is tried again', (_what, error) => {
  expect(verdictOf(error).outcome).toBe('later')
})

test('what the server said is quoted on one line and cut short', () => {
  const verdict = verdictOf(smtp('RCPT TO', `550 No\r\nsuch\u0000user ${'x'.repeat(400)}`))
  if (verdict.outcome !== 'never') throw new Error('That was final.')
  expect(verdict.problem).toMatch(
    /^The mail server does not take messages for this address \(it said: 550 No such user x+\)\. Check the address/,
  )
  expect(verdict.problem.length).toBeLessThan(320)
})
