import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import type { FormLanguage } from '../../people/formLanguages.ts'
import type { LinkCheck } from '../asking/linkChecks.ts'
import type { ConsentItem } from '../rules.ts'

/** What a parent or carer did of which they get a copy. */
export type CopiedAction = 'sign' | 'change' | 'decline' | 'agreeOne' | 'withdrawOne' | 'withdraw' | 'keepCapture'

/**
 * What they answered, as it stood once they had done it. The words are kept whole, so that the copy says the same
 * whatever changes later.
 */
export type CopyFacts = {
  charityName: string
  /** The charity's colour then; copies from before it was kept have none. */
  accent?: string
  childName: string
  /** Whether the young person answered, who is 18 or over. */
  themselves: boolean
  at: string
  method: 'link' | 'paper' | 'telephone'
  /** To which address the link had gone; null where none was used. */
  linkSentTo: string | null
  /**
   * What was given before the form was shown; left out where no link was used, and in copies from before there was a
   * code by email.
   */
  checkedBy?: LinkCheck
  /** The name that was typed or told, and as what; null where nothing was signed. */
  signedName: string | null
  signedRelationship: string | null
  wording: string
  /** The language in which it was read beside the English; copies from before it was kept have none. */
  wordingLanguage?: FormLanguage
  wordingDigest: string
  answers: Array<{ item: ConsentItem; answer: 'yes' | 'no'; decidedOn: CalendarDate; until: CalendarDate | null }>
}

/** Where the change stands in the audit's chain. */
type ChainPosition = { sequence: string; hash: string }

/** A copy of what was answered. `digest` is the number of the newest file made of it, once one was made. */
export type ConsentCopy = {
  id: string
  action: CopiedAction
  facts: CopyFacts
  position: ChainPosition
  digest: string | null
}
