import { z } from 'zod'
import type { Answers } from '../../core/drafts/drafts.ts'
import type { WholeApplication } from '../../programme/recruitment/applications/apply.ts'

/** A finished form as the programme takes it. */
export const givenFrom = (answers: Answers): WholeApplication => {
  const {
    known,
    firstReferee,
    firstRefereeEmail,
    firstRefereePhone,
    firstRefereeKnown,
    secondReferee,
    secondRefereeEmail,
    secondRefereePhone,
    secondRefereeKnown,
    declares,
    declared = '',
    skills,
    ...about
  } = finished.parse(answers)
  return {
    about: { ...about, source: known === 'yes' ? 'known' : 'outsider', skills: skills.join('\n') },
    referees: [
      {
        name: firstReferee,
        email: firstRefereeEmail,
        telephone: firstRefereePhone || null,
        howKnown: firstRefereeKnown,
      },
      {
        name: secondReferee,
        email: secondRefereeEmail,
        telephone: secondRefereePhone || null,
        howKnown: secondRefereeKnown,
      },
    ],
    declares: declares === 'yes' ? 'something' : 'nothing',
    declared,
  }
}

const text = z.string()

const finished = z.object({
  known: z.enum(['yes', 'no']),
  name: text,
  bornOn: text,
  email: text,
  mobile: text,
  homeAddress: text,
  why: text,
  skills: z.array(text).or(text.transform((one) => (one === '' ? [] : [one]))),
  interests: text,
  languages: text,
  availability: text,
  earlierInvolvement: text,
  firstReferee: text,
  firstRefereeEmail: text,
  firstRefereePhone: text,
  firstRefereeKnown: text,
  secondReferee: text,
  secondRefereeEmail: text,
  secondRefereePhone: text,
  secondRefereeKnown: text,
  declares: z.enum(['yes', 'no']),
  declared: text.optional(),
})
