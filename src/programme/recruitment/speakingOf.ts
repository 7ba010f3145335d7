/** How sentences about a volunteer speak: of somebody by name, or to themselves. */
export type Speaking = {
  /** At the beginning of a sentence: “Harper Sample”, “You”. */
  who: string
  /** Within one: “Harper Sample”, “you”. */
  whom: string
  has: 'has' | 'have'
  is: 'is' | 'are'
  needs: 'needs' | 'need'
  /** Where it goes on: “because they meet a child”. */
  they: 'they' | 'you'
  /** Something of theirs, at the beginning of a sentence: “The DBS check of Harper Sample”, “Your DBS check”. */
  own: (thing: string) => string
}

/** Of somebody, to whoever looks after them. */
export const speakingOf = (name: string): Speaking => ({
  who: name,
  whom: name,
  has: 'has',
  is: 'is',
  needs: 'needs',
  they: 'they',
  own: (thing) => `The ${thing} of ${name}`,
})

/** To a volunteer, of themselves. */
export const TO_ONESELF: Speaking = {
  who: 'You',
  whom: 'you',
  has: 'have',
  is: 'are',
  needs: 'need',
  they: 'you',
  own: (thing) => `Your ${thing}`,
}
