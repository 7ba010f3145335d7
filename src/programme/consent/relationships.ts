const MYSELF = 'Myself'

/** Who a signer can be to the child, as the form offers it. */
export const RELATIONSHIPS = ['Mother', 'Father', 'Step-parent', 'Grandparent', 'Foster carer', 'Another carer', 'Social worker, for the council', 'Myself'] as const

/** Those among which the form lets choose: parents and carers say who they are, a young person answers for themselves. */
export const relationshipsFor = ({ themselves }: { themselves: boolean }): readonly Relationship[] => RELATIONSHIPS.filter((offered) => (offered === MYSELF) === themselves)

/** One of them. */
export type Relationship = (typeof RELATIONSHIPS)[number]

/** The one that our records name, if the form offers it: nobody is asked again for what we know. */
export const knownRelationship = (recorded: string | null): Relationship | undefined => RELATIONSHIPS.find((offered) => offered.toLowerCase() === recorded?.trim().toLowerCase())
