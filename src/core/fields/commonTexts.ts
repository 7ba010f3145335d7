import { line, words } from './written.ts'

/** The name of a person. */
export const PERSON_NAME = line(120)

/** The name of a school, a service or a firm. */
export const ORGANISATION = line(160)

/** A telephone number, as people write it. */
export const TELEPHONE = line(30)

/** An email address: no mail server takes a longer one. */
export const EMAIL_ADDRESS = line(254)

/** Where somebody lives. */
export const HOME_ADDRESS = words(500)

/** What is looked for among many records. */
export const SEARCH = line(100)

/** Why something is done, as an action asks it. */
export const REASON = words(500)

/** One line of a list that the charity keeps itself, such as a reason for a referral. */
export const LIST_LINE = line(60)
