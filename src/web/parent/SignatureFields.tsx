import type { ReactElement } from 'react'
import { CONSENT } from '../../programme/consent/fields.ts'
import type { ConsentWording } from '../../programme/consent/wording/wording.ts'
import { Checkbox } from '../design/Checkbox.tsx'
import type { FieldErrors } from '../design/fieldErrors.ts'
import { Heading } from '../design/Heading.tsx'
import { TextField } from '../design/TextField.tsx'
import type { Typed } from '../visit/typed.ts'
import { BesideEnglish } from './FormWords.tsx'

/** What every yes needs: that the signer has parental responsibility, and their name [CON-8]. */
export const SignatureFields = ({
  wording,
  typed,
  errors,
}: {
  wording: ConsentWording
  typed: Typed
  errors?: FieldErrors
}): ReactElement => (
  <>
    <Heading level={2}>Your signature</Heading>
    <Checkbox
      name="parentalResponsibility"
      label={
        <BesideEnglish
          wording={wording}
          words={wording.signature.responsibility}
          english={wording.english?.signature.responsibility}
        />
      }
      checked={typed.parentalResponsibility === 'yes'}
      error={errors?.parentalResponsibility}
    />
    <TextField
      name="name"
      label="Your full name"
      hint={
        <BesideEnglish
          wording={wording}
          words={wording.signature.declaration}
          english={wording.english?.signature.declaration}
        />
      }
      value={typed.name}
      error={errors?.name}
      autoComplete="name"
      spellCheck={false}
      maxLength={CONSENT.signedName.longest}
    />
  </>
)
