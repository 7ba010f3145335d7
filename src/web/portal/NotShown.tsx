import { dialled } from '../../core/fields/telephone.ts'
import type { Refused } from '../../core/errors/refusal.ts'
import { ButtonLink } from '../design/ButtonLink.tsx'
import { ButtonRow } from '../design/ButtonRow.tsx'
import { Notice } from '../design/Notice.tsx'

/** In words: why nothing of a child's family or background is shown, what to do, and whom to ring meanwhile [MAT-7]. */
export const NotShown = ({ refusal, officePhone }: { refusal: Refused; officePhone: string | undefined }) => (
  <>
    <Notice tone="warning" title={refusal.reason}>
      <p>{refusal.nextStep}</p>
    </Notice>
    <ButtonRow>
      <ButtonLink href="/portal/policies">Go to Policies</ButtonLink>
      {officePhone ? (
        <ButtonLink href={`tel:${dialled(officePhone)}`} variant="secondary">
          Ring {officePhone}
        </ButtonLink>
      ) : null}
    </ButtonRow>
    <p>
      Until then you do not see whom to ring or what is known about the child.
      {officePhone ? ' In an emergency ring us.' : ''}
    </p>
  </>
)
