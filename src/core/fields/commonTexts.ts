import { LONGEST_EMAIL_ADDRESS } from './emailAddress.ts'
import { judged } from './judged.ts'
import { foldedName, nameProblem, organisationProblem } from './names.ts'
import { foldedNumber, mobileProblem, telephoneProblem } from './telephone.ts'
import { line, words } from './written.ts'

/** The name of a person, or of a family, of so many letters at most. */
export const personName = (longest: number) => judged({ longest, inOrder: foldedName, problem: nameProblem })

/** The name of a person. */
export const PERSON_NAME = personName(120)

/** The name of a school, a service or a firm. */
export const ORGANISATION = judged({ longest: 160, inOrder: foldedName, problem: organisationProblem })

/** A telephone number, as people write it. */
export const TELEPHONE = judged({ longest: 30, inOrder: foldedNumber, problem: telephoneProblem })

/** A mobile number, as people write it [VOL-7]. */
export const MOBILE = judged({ longest: 30, inOrder: foldedNumber, problem: mobileProblem })

/** An email address: no mail server takes a longer one. */
export const EMAIL_ADDRESS = line(LONGEST_EMAIL_ADDRESS)

/** Where somebody lives. */
export const HOME_ADDRESS = words(500)

/** What is looked for among many records. */
export const SEARCH = line(100)

/** Why something is done, as an action asks it. */
export const REASON = words(500)

/** One line of a list that the charity keeps itself, such as a reason for a referral. */
export const LIST_LINE = line(60)
