import { parseCookies, type AuthStrategy } from 'payload'
import { plainQuery } from '../../../core/database/transaction.ts'
import type { PersonActor } from '../../../core/access/actor.ts'
import { asPayloadUser } from '../../../core/access/work.ts'
import { notedVisitor } from '../../../core/http/knownVisitor.ts'
import { noteSignInTrouble } from '../../../core/http/signInTrouble.ts'
import { clockOf } from '../../../core/services.ts'
import { personOfSession } from './sessions.ts'

/**
 * The names that our session cookie has: the first where the site is served over https, the second on a developer's
 * machine.
 */
const SESSION_COOKIES = ['__Host-session', 'session'] as const

/** Recognises our session cookie for Payload's REST and panel: the only way in that Payload knows. */
export const sessionStrategy: AuthStrategy = {
  name: 'session',
  authenticate: async ({ headers, payload, req }) => {
    const noted = notedVisitor(req)
    if (noted) return userOf(noted.visitor)
    const token = parseCookies(headers).get(
      payload.config.serverURL.startsWith('https:') ? SESSION_COOKIES[0] : SESSION_COOKIES[1],
    )
    try {
      const person = token
        ? await personOfSession({ query: plainQuery(payload), token, now: clockOf(payload).now() })
        : undefined
      return userOf(person)
    } catch (trouble) {
      if (req) noteSignInTrouble({ req, trouble })
      throw trouble
    }
  },
}

const userOf = (person: PersonActor | undefined) => ({ user: person ? (asPayloadUser(person) as never) : null })
