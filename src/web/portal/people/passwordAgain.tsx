import type { Response } from 'express'
import type { ReactElement } from 'react'
import type { PersonActor } from '../../../core/access/actor.ts'
import { startWork } from '../../../core/access/work.ts'
import { recordEvent } from '../../../core/audit/record.ts'
import { inTransaction, plainQuery } from '../../../core/database/transaction.ts'
import { notFoundError } from '../../../core/errors/problems.ts'
import { tooManyTries } from '../../../core/http/rateLimits.ts'
import { proveAgain } from '../../../programme/people/signIn/proving.ts'
import { TextField } from '../../design/TextField.tsx'
import type { WebServices } from '../../services.ts'
import { ownPasswordLimit } from '../../signIn/limits.ts'

/** The address with which somebody signs in: for password managers. */
export const signInAddressOf = async ({
  services,
  actor,
}: {
  services: WebServices
  actor: PersonActor
}): Promise<string> => {
  const [account] = await plainQuery(services.payload)<{ email: string }>('select email from users where id = $1', [
    actor.userId,
  ])
  if (!account) throw notFoundError()
  return account.email
}

/**
 * Takes the password that was given again beside a signature, counted by sign-in, and put down for the audit. Gives the
 * person as proven, or the sentence to show at the field. Throws 429 after too many tries.
 */
export const takePasswordAgain = async ({
  services,
  response,
  actor,
  password,
}: {
  services: WebServices
  response: Response
  actor: PersonActor
  password: string
}): Promise<{ proven: PersonActor } | { problem: string }> => {
  if (!password) return { problem: 'Enter your password, to show that it is you who signs.' }
  const { payload, clock, rateLimits } = services
  const [guesses, token] = [ownPasswordLimit(rateLimits), String(response.locals.token)]
  const tried = await guesses.take({ key: token })
  if (!tried.allowed) throw tooManyTries(tried)
  const proven = await proveAgain({ query: plainQuery(payload), actor, token, password, now: clock.now() })
  const work = await startWork({ payload, actor, from: 'portal' })
  await inTransaction({
    req: work.req,
    work: () =>
      recordEvent({
        work,
        event: {
          action: proven ? 'password-again' : 'password-again-refused',
          collection: 'users',
          recordId: actor.userId,
          detail: {},
        },
      }),
  })
  if (!proven) return { problem: 'That is not your password.' }
  await guesses.forget({ key: token })
  return { proven }
}

/** The field for it. What was typed is never shown again. */
export const PasswordAgain = ({ email, error }: { email: string; error: string | undefined }): ReactElement => (
  <>
    {/* For password managers, which file a password under the name beside it. */}
    <input type="email" name="username" autoComplete="username" defaultValue={email} readOnly hidden />
    <TextField
      name="password"
      label="Your password"
      hint="You gave it more than 15 minutes ago. A signature needs it again."
      type="password"
      autoComplete="current-password"
      error={error}
    />
  </>
)
