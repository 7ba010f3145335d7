import type { ReactElement } from 'react'
import type { WordedPart } from '../../programme/policies/consentWording.ts'
import { Heading } from '../design/Heading.tsx'

/** A part of the form to be read. */
export const FormPart = ({
  part: { title, paragraphs },
  heading = false,
}: {
  part: WordedPart
  heading?: boolean
}): ReactElement => (
  <div className="flow">
    {heading ? <Heading level={2}>{title}</Heading> : null}
    {paragraphs.map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </div>
)
