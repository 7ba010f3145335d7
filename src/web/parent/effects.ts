import type { ConsentItem } from '../../programme/consent/rules.ts'

/** What follows when a yes becomes a no, as it is said before the button is pressed [CON-4]. */
export const effectOfNo = ({ item, themselves }: { item: ConsentItem; themselves: boolean }): string =>
  themselves ? OWN_EFFECTS[item] : EFFECTS[item]

const SHARED = {
  'taking-part': 'With a no, mentoring stops at once.',
  meetings: 'With a no, there are no more meetings.',
  outings: 'With a no, there are no outings.',
  photographs: 'With a no, we take no more photos.',
  'talking-with-school': 'With a no, we do not talk with the school.',
  'talking-with-key-workers': 'With a no, we do not talk with them.',
} as const

const EFFECTS: Readonly<Record<ConsentItem, string>> = {
  ...SHARED,
  travel: 'With a no, your child goes in no car with the volunteer.',
  'first-aid': 'With a no, we talk with you about what to do if your child is hurt.',
}

const OWN_EFFECTS: Readonly<Record<ConsentItem, string>> = {
  ...SHARED,
  travel: 'With a no, you go in no car with your volunteer.',
  'first-aid': 'With a no, we talk with you about what to do if you are hurt.',
}
