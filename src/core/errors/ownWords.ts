/** What a house calls the people who help, in the sentences that the software itself says. */
export type OwnWords = {
  /** Who helps whoever is stuck: “the co-ordinator”. */
  whoHelps: string
  /** Who may change settings: “an administrator”. */
  whoSets: string
  /** What not to wait for while the software is away; a whole sentence, or nothing. */
  inDanger: string
}

let own: OwnWords = { whoHelps: 'whoever runs this', whoSets: 'whoever runs this', inDanger: '' }

/** The words of this house; plain ones until it has said its own. */
export const ownWords = (): OwnWords => own

/** The house says its own words, once, as it is put together. */
export const sayOwnWords = (words: OwnWords): void => {
  own = words
}
