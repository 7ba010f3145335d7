import type { CalendarDate } from '../../../core/clock/londonDates.ts'
import { allowed, refused, type Decision } from '../../../core/errors/refusal.ts'

/** A self-declaration is of one person, says what it declares, and was made by today [VOL-6]. */
export const declarationHolds = ({
  declaration: { application, volunteer, declares, words, declaredOn },
  today,
}: {
  declaration: Record<string, unknown>
  today: CalendarDate
}): Decision => {
  if (Boolean(application) === Boolean(volunteer))
    return refused({
      rule: 'VOL-6',
      reason: 'A self-declaration belongs to one application, or to one volunteer.',
      nextStep: 'Choose one of the two.',
    })
  if (declares === 'something' && !String(words ?? '').trim())
    return refused({
      rule: 'VOL-6',
      reason: 'Say what is declared, or that they would rather speak about it.',
      nextStep: 'Fill in the words.',
    })
  return String(declaredOn) > today
    ? refused({
        rule: 'VOL-6',
        reason: 'A self-declaration is made today or was made earlier.',
        nextStep: 'Check the date.',
      })
    : allowed
}

/** Nobody enters a declaration of their own [ORG-1]. */
export const enteredByAnother = ({ isAboutActor }: { isAboutActor: boolean }): Decision =>
  isAboutActor
    ? refused({
        rule: 'ORG-1',
        reason: 'This declaration is about you, so somebody else must enter it.',
        nextStep: 'Ask another committee member.',
      })
    : allowed
