import type { TextFieldServerProps } from 'payload'
import { workOf } from '../../core/access/work.ts'
import { readReferralReasons } from '../../programme/referrals/settings.ts'
import { reasonChoices } from '../../programme/referrals/reasons.ts'
import { ReasonSelect } from './ReasonSelect.tsx'

/** The reasons of the settings to choose from [ELG-10]. One that was taken off the list stays where it was chosen. */
export const ReasonField = async ({ req, path, clientField, readOnly }: TextFieldServerProps) => {
  const { referralReasons } = await readReferralReasons({ query: workOf(req).query })
  return (
    <ReasonSelect
      path={path}
      label={typeof clientField.label === 'string' ? clientField.label : 'Main reason'}
      required={clientField.required === true}
      readOnly={Boolean(readOnly) || clientField.admin?.readOnly === true}
      choices={reasonChoices(referralReasons)}
    />
  )
}
