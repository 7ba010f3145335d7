import type { ReactElement } from 'react'
import { dialled } from '../../core/fields/telephone.ts'

/** A number that is rung with one tap. It reads from the left in every language. */
export const Telephone = ({ number }: { number: string }): ReactElement => (
  <a href={`tel:${dialled(number)}`} dir="ltr">
    {number}
  </a>
)
