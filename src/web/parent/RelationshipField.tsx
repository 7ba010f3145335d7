import type { ReactElement } from 'react'
import type { Relationship } from '../../programme/consent/asking/relationships.ts'
import type { LinkVisit } from '../../programme/consent/asking/linkVisits.ts'
import { Radios } from '../design/Radios.tsx'
import { useWords } from '../design/words.tsx'

/** Who the signer is to the child. */
export const RelationshipField = ({
  visit: { themselves, childName },
  offered,
  value,
  error,
}: {
  visit: Pick<LinkVisit, 'themselves' | 'childName'>
  offered: readonly Relationship[]
  value: string | undefined
  error: string | undefined
}): ReactElement => {
  const { say } = useWords()
  return (
    <Radios
      name="relationship"
      label={themselves ? say('form.who-own') : say('form.who', { child: childName })}
      options={offered.map((relationship) => ({ value: relationship, label: say(`relationship.${relationship}`) }))}
      value={value}
      error={error}
    />
  )
}
