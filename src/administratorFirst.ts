import { join } from 'node:path'
import { attachLinkSecret } from './core/access/linkTokens.ts'
import { startWork } from './core/access/work.ts'
import { systemClock } from './core/clock/clock.ts'
import { loadEnvironmentFile } from './core/env/environmentFile.ts'
import { readEnvironment } from './core/env/environment.ts'
import { emailProblem } from './core/fields/emailAddress.ts'
import { wordsWithin } from './core/http/httpProblem.ts'
import { attachClock } from './core/services.ts'
import { firstAdministrator } from './programme/people/accounts/firstAdministrator.ts'

// npm run administrator:first -- ada@example.org "Ada Keeper": the way into a deployment in which nobody is yet. Prints
// a link by which the first administrator chooses a password, once.
const projectDirectory = join(import.meta.dirname, '..')
const [email = '', ...names] = process.argv.slice(3)
const name = names.join(' ').trim()
Object.assign(process.env, { NODE_ENV: 'production' })
try {
  if (email === '' || name === '')
    throw new Error('Say for whom: npm run administrator:first -- ada@example.org "Ada Keeper"')
  const problem = emailProblem(email)
  if (problem !== undefined) throw new Error(problem)
  loadEnvironmentFile({ path: join(projectDirectory, '.env') })
  const { linkSecret, publicUrl } = readEnvironment({ source: process.env })
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('../payload.config.ts')])
  const payload = await getPayload({ config })
  attachClock({ payload, clock: systemClock })
  attachLinkSecret({ payload, linkSecret })
  const work = await startWork({
    payload,
    actor: { kind: 'system', reason: 'whoever runs the programme asked for the first administrator' },
    from: 'a command',
  })
  const made = await firstAdministrator({ work, email, name })
  process.stdout.write(
    `${made.name} (${made.email}) opens this within seven days and chooses a password. It works once; whoever has it can come in, so hand it over in person:\n${publicUrl}/choose-password/${made.token}\n`,
  )
  process.exit(0)
} catch (problem) {
  const words = wordsWithin(problem)
  process.stderr.write(
    `${words ? `${words.reason} ${words.nextStep}` : problem instanceof Error ? problem.message : String(problem)}\n`,
  )
  process.exit(1)
}
