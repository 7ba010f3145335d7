const MYSELF = 'Myself'

/** Said by whoever signs for the council that has parental responsibility [CON-8]. */
export const FOR_THE_COUNCIL = 'Social worker, for the council'

/** Who a signer can be to the child, as the form offers it. */
export const RELATIONSHIPS = [
  'Mother',
  'Father',
  'Step-parent',
  'Grandparent',
  'Foster carer',
  'Another carer',
  FOR_THE_COUNCIL,
  MYSELF,
] as const

/**
 * Those among which the form lets choose: parents and carers say who they are, a social worker signs for the council, a
 * young person answers for themselves.
 */
export const relationshipsFor = ({
  themselves,
  forCouncil,
}: {
  themselves: boolean
  forCouncil: boolean
}): readonly Relationship[] =>
  RELATIONSHIPS.filter((offered) => (offered === MYSELF) === themselves && (offered === FOR_THE_COUNCIL) === forCouncil)

/** One of them. */
export type Relationship = (typeof RELATIONSHIPS)[number]

/** The one that our records name, if the form offers it: nobody is asked again for what we know. */
export const knownRelationship = (recorded: string | null): Relationship | undefined =>
  RELATIONSHIPS.find((offered) => offered.toLowerCase() === recorded?.trim().toLowerCase())
