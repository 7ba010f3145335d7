import { type CalendarDate, londonDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'
import type { FormLanguage } from '../../people/formLanguages.ts'
import { whatIsMissing } from '../../people/parentWords/parentWords.ts'
import { isAdult } from '../../people/adulthood.ts'
import { FOR_THE_COUNCIL } from './relationships.ts'
import { caseworkersOnly, committeeOnly } from '../../people/rules.ts'
import { readableText } from '../../../core/fields/readable.ts'
import type { WordingInForce } from '../wording/wordingInForce.ts'
import type { Guard } from '../../../core/workflow/workflow.ts'

/** Until the child is 18 the parents decide, from then on the young person alone [CON-9]. */
export const whoDecides = ({
  childBornOn,
  themselves,
  on,
}: {
  childBornOn: CalendarDate | null
  themselves: boolean
  on: CalendarDate
}): Decision => {
  const ofAge = isAdult({ bornOn: childBornOn, on })
  if (ofAge === themselves) return allowed
  return ofAge
    ? refused({
        rule: 'CON-9',
        reason: 'The child is 18 now, so parents and carers no longer decide.',
        nextStep: 'Ask the young person themselves.',
      })
    : refused({
        rule: 'CON-9',
        reason: 'The young person decides from 18 on.',
        nextStep: 'Until then ask the parents or carers.',
      })
}

/** What is on record of whether somebody may decide for a child. `mayDecide`: all of it together. */
export type Decider = { mayDecide: boolean; themselves: boolean; forCouncil: boolean; childInCare: boolean }

/**
 * Whether somebody may be asked, or answer, for a child; with the reason where the council decides, or the parents and
 * not the council [CON-8].
 */
export const decidesForChild = ({ mayDecide, themselves, forCouncil, childInCare }: Decider): Decision => {
  if (mayDecide) return allowed
  if (!themselves && childInCare && !forCouncil)
    return refused({
      rule: 'CON-8',
      reason: 'This child is in the care of a council, so only somebody who signs for the council can decide.',
      nextStep:
        'Choose the social worker; where there is none yet, enter them among the parents and carers of the family, and tick that they sign for the council.',
    })
  if (!themselves && !childInCare && forCouncil)
    return refused({
      rule: 'CON-8',
      reason: 'This child is not in the care of a council, so the parents decide and nobody signs for the council.',
      nextStep:
        'Choose a parent or carer; or, where a court has given the care to a council, tick that on the child’s record.',
    })
  return refused({
    rule: 'CON-8',
    reason:
      'Only a parent or carer of this child who has parental responsibility, and who may be contacted, can decide.',
    nextStep: 'Choose another parent or carer from the child’s own family.',
  })
}

/** Whoever signs for the council says so, and nobody else does [CON-8]. */
export const signsAsOnRecord = ({
  forCouncil,
  relationship,
}: {
  forCouncil: boolean
  relationship: string
}): Decision => {
  if ((relationship === FOR_THE_COUNCIL) === forCouncil) return allowed
  return forCouncil
    ? refused({
        rule: 'CON-8',
        reason: 'You sign for the council that has parental responsibility.',
        nextStep: `Choose “${FOR_THE_COUNCIL}”.`,
      })
    : refused({
        rule: 'CON-8',
        reason: 'We do not have you on record as somebody who signs for the council.',
        nextStep: 'Choose who you are to the child, or ask us.',
      })
}

/** What the rules of a consent request ask about. */
export type ConsentRequestFacts = {
  id: string
  childId: string
  guardianId: string
  mayDecide: boolean
  forCouncil: boolean
  childInCare: boolean
  guardianHasEmail: boolean
  anotherOpen: boolean
  /** Whether it is the young person who is asked. */
  themselves: boolean
  /** Whether this parent or carer ever answered for the child. */
  answeredBefore: boolean
  /** Whether the child's date of birth is on record, and they are 18 or over today. */
  childBornOn: CalendarDate | null
  /** The digest of the words in which they answered last. */
  answeredIn: string | null
  endsAt: Date | null
  nextNumber: number
  nextDigest: string
  /** The language other than English in which they read. */
  readsIn: FormLanguage | undefined
  /** The languages other than English in which a form can be read here, by their codes. */
  offered: readonly string[]
  /** The form as this parent or carer gets it now. */
  form: WordingInForce
}

/** Whose work it is, and what everybody else is told [CON-1]. */
export const caseworker = caseworkersOnly({
  rule: 'CON-1',
  reason: 'The co-ordinator and the committee ask for consent.',
  orSoftware: true,
})

/** Whose work it is, and what everybody else is told [CON-5]. */
export const committee = committeeOnly({ rule: 'CON-5', reason: 'The committee chooses to ask again in new words.' })

/** Whoever is asked decides for the child [CON-8]. */
export const mayBeAsked: Guard<ConsentRequestFacts> = (facts) => decidesForChild(facts)

/** Whoever signs for the council says so, and nobody else does [CON-8]. */
export const asOnRecord: Guard<ConsentRequestFacts> = ({ forCouncil }, { input }) =>
  signsAsOnRecord({ forCouncil, relationship: String(input.relationship) })

/** A link needs an address [CON-1]. */
export const hasEmail: Guard<ConsentRequestFacts> = ({ guardianHasEmail }) =>
  guardianHasEmail
    ? allowed
    : refused({
        rule: 'CON-1',
        reason: 'We have no email address for this parent or carer.',
        nextStep: 'Add one, or record the consent on paper or by telephone.',
      })

/** Nobody is asked twice at the same time [CON-1]. */
export const onlyOneOpen: Guard<ConsentRequestFacts> = ({ anotherOpen }) =>
  anotherOpen
    ? refused({
        rule: 'CON-1',
        reason: 'This parent or carer has been asked already.',
        nextStep: 'Send that request again instead.',
      })
    : allowed

/** Until 18 the parents decide, from then on the young person alone [CON-9]. */
export const decidesAtThisAge: Guard<ConsentRequestFacts> = ({ childBornOn, themselves }, { now }) =>
  whoDecides({ childBornOn, themselves, on: londonDate(now) })

/** The form opens by the child’s date of birth, so that must be known [CON-1]. */
export const birthdayKnown: Guard<ConsentRequestFacts> = ({ childBornOn }) =>
  childBornOn === null
    ? refused({
        rule: 'CON-1',
        reason:
          'We do not know the child’s date of birth, which the parent or carer is asked for before anything is shown.',
        nextStep: 'Add it to the child’s record.',
      })
    : allowed

/**
 * Nobody is sent a form that they cannot read, nor one on pages that speak another language than it [CON-3].
 */
export const inTheirLanguage: Guard<ConsentRequestFacts> = ({ form: { missingIn, wording }, readsIn }) => {
  if (missingIn !== undefined)
    return refused({
      rule: 'CON-3',
      reason: `This parent or carer reads the form in ${missingIn}, and no words in ${missingIn} are adopted for version ${wording.number} of the consent wording.`,
      nextStep:
        'Enter the translation under “Wordings in other languages” and have it adopted; or ask on paper or by telephone.',
    })
  const missing = readsIn === undefined ? undefined : whatIsMissing(readsIn)
  return missing === undefined
    ? allowed
    : refused({
        rule: 'CON-3',
        reason: missing,
        nextStep: 'Ask on paper or by telephone; a later version of the software may have them.',
      })
}

/** Nobody chooses a language in which there is no form [CON-3]. */
export const offeredIn: Guard<ConsentRequestFacts> = ({ offered }, { input }) =>
  offered.includes(String(input.language))
    ? allowed
    : refused({
        rule: 'CON-3',
        reason: 'We do not have this form in that language.',
        nextStep: 'Choose one of those that are offered, or ask us to go through it with you.',
      })

/**
 * What is signed is what is in force: a form in other words, or in words that were changed on the way, is shown again
 * and not taken [CON-3]. What nobody sees of the words is left out of what comes back, so of both.
 */
export const asInForce: Guard<ConsentRequestFacts> = ({ form: { wording } }, { input }) =>
  readableText(String(input.wording)) === readableText(wording.text)
    ? allowed
    : refused({
        rule: 'CON-3',
        reason: 'The words of this form have changed since you opened it. Nothing was sent.',
        nextStep: 'Please read it again.',
      })

/** One answer alone is changed to yes only in the words in which all the others were given [CON-3]. */
export const asAnswered: Guard<ConsentRequestFacts> = ({ answeredIn, form: { wording } }) =>
  answeredIn === wording.digest
    ? allowed
    : refused({
        rule: 'CON-3',
        reason: 'The form has other words now than when you answered. Nothing was sent.',
        nextStep: 'Please answer each point again.',
      })

/** A link ends [CON-1]. */
export const notRunOut: Guard<ConsentRequestFacts> = ({ endsAt }, { now }) =>
  endsAt !== null && endsAt <= now
    ? refused({ rule: 'CON-1', reason: 'This link has run out.', nextStep: 'Ask us for a new one.' })
    : allowed

/** The parent or carer answers by their own link [CON-1]. */
export const heldByLink: Guard<ConsentRequestFacts> = ({ id }, { actor }) =>
  actor.kind === 'link' && actor.recordId === id
    ? allowed
    : refused({
        rule: 'CON-1',
        reason: 'Only the parent or carer answers, by their own link.',
        nextStep: 'Record their answer on paper or by telephone instead.',
      })

/** Everybody is asked again only about a new major version [CON-5]. */
export const NO_NEW_WORDS = refused({
  rule: 'CON-5',
  reason: 'There is no new major version of the consent wording.',
  nextStep: 'Have one adopted first, with a higher number before the point.',
})
