import type { ReactElement } from 'react'
import type { ContactRule } from '../../../programme/people/families/contactRules.ts'
import { ButtonLink } from '../../design/ButtonLink.tsx'
import { ButtonRow } from '../../design/ButtonRow.tsx'
import { Icon } from '../../design/Icon.tsx'
import { dialled } from '../../../core/fields/telephone.ts'

/** One tap each to ring a parent or carer and to write to them; no ringing of who is written to alone [CON-8]. */
export const ReachButtons = ({
  name,
  mobile,
  contactRule,
}: {
  name: string
  mobile: string
  contactRule: ContactRule
}): ReactElement => (
  <ButtonRow>
    {contactRule === 'usual' ? (
      <ButtonLink href={`tel:${dialled(mobile)}`} variant="secondary" hiddenText={`(${name})`}>
        <Icon name="phone" />
        Ring {mobile}
      </ButtonLink>
    ) : null}
    <ButtonLink href={`sms:${dialled(mobile)}`} variant="secondary" hiddenText={`to ${name}`}>
      <Icon name="message" />
      Send a text
    </ButtonLink>
  </ButtonRow>
)
