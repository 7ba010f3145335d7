import type { FieldErrors } from '../design/fieldErrors.ts'
import { TextField } from '../design/TextField.tsx'
import { passwordProblem, SHORTEST_PASSWORD } from '../../programme/people/signIn/passwordRules.ts'
import type { Settings } from '../../core/settings/settings.ts'
import type { Typed } from '../visit/typed.ts'

/**
 * The two fields of a new password. Neither limits its length, so that what is pasted is never cut short; neither is
 * shown again.
 */
export const NewPassword = ({ errors }: { errors: FieldErrors }) => (
  <>
    <TextField
      name="password"
      label="New password"
      hint={`At least ${SHORTEST_PASSWORD} characters, of any kind. Four words that have nothing to do with each other are easy to remember.`}
      type="password"
      autoComplete="new-password"
      error={errors.password}
    />
    <TextField
      name="again"
      label="New password once more"
      type="password"
      autoComplete="new-password"
      error={errors.again}
    />
  </>
)

/** What is wrong with the two, by field; nothing when they can be taken. */
export const newPasswordProblems = async ({
  typed,
  person,
  settings,
}: {
  typed: Typed
  person: { name: string; email: string }
  settings: Settings
}): Promise<FieldErrors> => {
  const password = typed.password ?? ''
  const problem = await passwordProblem({
    password,
    ownWords: [settings.charityName, settings.programmeName, person.name, person.email],
  })
  if (problem !== undefined) return { password: problem }
  return password === typed.again ? {} : { again: 'The two are not the same. Type both again.' }
}
