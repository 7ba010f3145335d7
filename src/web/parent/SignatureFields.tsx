import type { ReactElement } from 'react'
import { CONSENT } from '../../programme/consent/fields.ts'
import type { WordedForm } from '../../programme/policies/consentWording.ts'
import { Checkbox } from '../design/Checkbox.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Heading } from '../design/Heading.tsx'
import { TextField } from '../design/TextField.tsx'
import { useWords } from '../design/words.tsx'
import type { Typed } from '../visit/typed.ts'

/** What every yes needs: that the signer has parental responsibility, and their name [CON-8]. */
export const SignatureFields = ({
  form: { signature },
  typed,
  errors,
}: {
  form: WordedForm
  typed: Typed
  errors?: FieldErrors
}): ReactElement => {
  const { say } = useWords()
  return (
    <>
      <Heading level={2}>{say('sign.signature')}</Heading>
      <Checkbox
        name="parentalResponsibility"
        label={signature.responsibility}
        checked={typed.parentalResponsibility === 'yes'}
        error={errors?.parentalResponsibility}
      />
      <TextField
        name="name"
        label={say('sign.name')}
        hint={signature.declaration}
        value={typed.name}
        error={errors?.name}
        autoComplete="name"
        spellCheck={false}
        maxLength={CONSENT.signedName.longest}
      />
    </>
  )
}
