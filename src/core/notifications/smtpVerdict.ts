/** What became of an attempt to send. `problem` is in words for people. */
export type SendVerdict =
  { outcome: 'accepted' } | { outcome: 'later'; problem: string } | { outcome: 'never'; problem: string }

/**
 * What a failed attempt means. The server's no to the address or to the message itself (5xx) is final; everything else
 * (4xx, a server that is away or misconfigured, a sign-in that fails) may be put right, so it is tried again.
 */
export const verdictOf = (error: unknown): SendVerdict => {
  const { code = '', originalCode = '', command = '', responseCode = 0, response = '' } = asSmtpError(error)
  const reply = quoted(response)
  const final = responseCode >= 500 && responseCode !== 503
  if (command === 'RCPT TO' && final)
    return never(
      `The mail server does not take messages for this address${reply}. Check the address on the person's record, then send the message again.`,
    )
  if (command === 'DATA' && final)
    return never(
      `The mail server refused the message itself${reply}. Tell the administrator; the message can then be sent again.`,
    )
  if (command === 'API' && code === 'EENVELOPE')
    return never(
      "The address on record cannot be used for e-mail. Correct it on the person's record, then send the message again.",
    )
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return later(
      `The mail server did not accept our sign-in${reply}. The administrator needs to look at the mail settings.`,
    )
  if (code === 'ETLS' || code === 'EREQUIRETLS' || isAboutCertificate(originalCode))
    return later(
      'No safe connection to the mail server could be made. The administrator needs to look at the mail settings.',
    )
  if (responseCode > 0) return later(`The mail server asked us to come back later${reply}.`)
  if (code === 'ETIMEDOUT' || code === 'EABORT') return later('The mail server did not answer in time.')
  return later('The mail server could not be reached, or cut the connection.')
}

type SmtpError = { code?: string; originalCode?: string; command?: string; responseCode?: number; response?: string }

const asSmtpError = (error: unknown): SmtpError =>
  typeof error === 'object' && error !== null ? (error as SmtpError) : {}

// Node's names for a certificate that does not hold: DEPTH_ZERO_SELF_SIGNED_CERT, CERT_HAS_EXPIRED,
// ERR_TLS_CERT_ALTNAME_INVALID …
const isAboutCertificate = (code: string): boolean => /CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE/.test(code)

const never = (problem: string): SendVerdict => ({ outcome: 'never', problem })
const later = (problem: string): SendVerdict => ({ outcome: 'later', problem })

const quoted = (response: string): string => {
  const words = response
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REPLY)
  return words === '' ? '' : ` (it said: ${words})`
}

const LONGEST_REPLY = 160
