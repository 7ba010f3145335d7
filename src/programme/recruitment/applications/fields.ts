import { HOME_ADDRESS, MOBILE, PERSON_NAME } from '../../../core/fields/commonTexts.ts'
import { line, words } from '../../../core/fields/written.ts'

/** What is written about somebody who applies, by themselves and by the committee. */
export const APPLICATION = {
  name: PERSON_NAME,
  mobile: MOBILE,
  homeAddress: HOME_ADDRESS,
  why: words(4000),
  skills: words(1000),
  interests: words(1000),
  languages: line(200),
  availability: words(1000),
  earlierInvolvement: words(2000),
  interviewPlace: line(120),
  /** When an applicant could come, where the time that was planned does not suit. */
  interviewWish: words(500),
  interviewedWith: line(120),
  interviewNotes: words(8000),
  decisionReason: words(2000),
  /** In a self-declaration, which stands apart. */
  declared: words(4000),
} as const
