import { z } from 'zod'
import { isCalendarDate, londonDate, speakDate } from '../../core/clock/londonDates.ts'
import type { Answers } from '../../core/drafts/drafts.ts'
import { beyondBounds } from '../../core/fields/dateBounds.ts'
import { EMAIL_ADDRESS, TELEPHONE } from '../../core/fields/commonTexts.ts'
import { NO_MOBILE } from '../../core/fields/telephone.ts'
import { adultFrom } from '../../programme/people/adulthood.ts'
import { apply } from '../../programme/recruitment/applications/apply.ts'
import { APPLICATION } from '../../programme/recruitment/applications/fields.ts'
import { REFERENCE } from '../../programme/recruitment/references/fields.ts'
import { anotherPerson } from '../../programme/recruitment/references/rules.ts'
import { readVolunteerSkills } from '../../programme/recruitment/settings.ts'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { definePublicForm, emailAddress, type PublicForm, type Question } from '../questions/index.ts'
import { givenFrom } from './givenApplication.ts'

/** The form by which anybody applies to become a volunteer, without an account [VOL-1]. */
export const applicationForm: PublicForm = definePublicForm({
  id: 'apply',
  title: 'Become a volunteer',
  start: ({ charityName }) => (
    <>
      <p>
        A volunteer meets one child, again and again, through a hard time. We train you, and you are never alone with
        it.
      </p>
      <p>You must be 18 or over. Are you younger? You can help {charityName} in other ways: ring or write to us.</p>
      <p>
        It takes about fifteen minutes. You can stop and come back. Have at hand the email addresses of two people who
        know you and are not family.
      </p>
      <p>
        We meet everybody whom we go on with. Before you meet a child there is a check by the Disclosure and Barring
        Service, and training.
      </p>
    </>
  ),
  choices: async ({ query }) => (await readVolunteerSkills({ query })).volunteerSkills,
  questions: ({ settings, choices, now }) =>
    questionsFor({ charityName: settings.charityName, skills: choices, today: londonDate(now) }),
  beforeSending: [
    'What you send is read by the people who run the mentoring, and by nobody else.',
    'By sending it you say that what you wrote is true.',
  ],
  sendLabel: 'Send my application',
  send: async ({ work, answers }) => ({ reference: (await apply({ work, given: givenFrom(answers) })).code }),
  doneTitle: 'We have your application',
  done: ({ outcome: { reference = '' } }) => (
    <>
      <Notice tone="success" title="We have your application" announced>
        <p>
          Your reference is <strong>{reference}</strong>.
        </p>
      </Notice>
      <Heading>What happens next</Heading>
      <p>
        The committee reads it. This can take two weeks. If we go on, we ask your referees and find a time to meet you.
        Then the committee decides.
      </p>
      <p>
        We have sent you an email with a link. The link shows how far we are. The email holds nothing of what you wrote.
      </p>
    </>
  ),
})

const said = (question: string) => z.string().trim().min(2, question)
const anyText = z.string()

const bornOn = (today: string) =>
  z
    .string()
    .refine(isCalendarDate, 'Give the day, the month and the year, such as 27 3 1990.')
    .superRefine((date, context) => {
      const beyond = beyondBounds({ date, kind: 'birthOfAdult', today })
      if (beyond !== undefined) context.addIssue({ code: 'custom', message: beyond })
      if (isCalendarDate(date) && date <= today && adultFrom(date) > today)
        context.addIssue({
          code: 'custom',
          message: `Thank you for wanting to help. Volunteers must be 18, and you are from ${speakDate(adultFrom(date))}. Please come back then. Until then you can help us at camps and clubs: ring or write to us.`,
        })
    })

const questionsFor = ({
  charityName,
  skills,
  today,
}: {
  charityName: string
  skills: readonly string[]
  today: string
}): readonly Question[] => [
  {
    id: 'age',
    heading: 'What is your date of birth?',
    why: 'Volunteers are adults, for the children’s sake.',
    fields: [
      {
        kind: 'date',
        name: 'bornOn',
        hint: 'For example, 27 3 1990.',
        ownBirthday: true,
        schema: bornOn(today),
        summary: 'Date of birth',
      },
    ],
  },
  {
    id: 'name',
    heading: 'What is your full name?',
    fields: [
      {
        kind: 'line',
        name: 'name',
        schema: APPLICATION.name.asked('Give your full name.').min(2, 'Give your full name.'),
        maxLength: APPLICATION.name.longest,
        autoComplete: 'name',
        spellCheck: false,
        summary: 'Full name',
      },
    ],
  },
  {
    id: 'contact',
    heading: 'How can we reach you?',
    why: 'We write to you at each step. A volunteer needs a mobile number, to be reached when out with a child.',
    fields: [
      {
        kind: 'line',
        name: 'email',
        label: 'Email address',
        type: 'email',
        schema: emailAddress,
        maxLength: EMAIL_ADDRESS.longest,
        autoComplete: 'email',
        spellCheck: false,
      },
      {
        kind: 'line',
        name: 'mobile',
        label: 'Mobile number',
        type: 'tel',
        schema: APPLICATION.mobile.asked(NO_MOBILE),
        maxLength: APPLICATION.mobile.longest,
        autoComplete: 'tel',
        width: 'medium',
      },
    ],
  },
  {
    id: 'home',
    heading: 'What is your home address?',
    why: 'We need it for the check. It is seen by the co-ordinator and the committee only. No family, child or other volunteer sees it.',
    fields: [
      {
        kind: 'text',
        name: 'homeAddress',
        schema: said('Give your home address.'),
        maxLength: APPLICATION.homeAddress.longest,
        rows: 4,
        summary: 'Home address',
      },
    ],
  },
  {
    id: 'known',
    heading: `Do people at ${charityName} know you already?`,
    fields: [
      {
        kind: 'choice',
        name: 'known',
        missing: 'Say yes or no.',
        inline: true,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        summary: 'Known to us',
      },
    ],
  },
  {
    id: 'earlier',
    heading: 'Have you helped at our camps or clubs?',
    why: 'It is good if you have. You are just as welcome if you have not.',
    fields: [
      {
        kind: 'text',
        name: 'earlierInvolvement',
        hint: 'Say which, and when.',
        optional: true,
        schema: anyText,
        maxLength: APPLICATION.earlierInvolvement.longest,
        rows: 3,
        summary: 'Camps and clubs',
      },
    ],
  },
  {
    id: 'why',
    heading: 'Why do you want to do this?',
    fields: [
      {
        kind: 'text',
        name: 'why',
        hint: 'A few sentences are enough.',
        schema: said('Tell us in a few words why.'),
        maxLength: APPLICATION.why.longest,
        rows: 6,
        summary: 'Why',
      },
    ],
  },
  {
    id: 'skills',
    heading: 'What are you good at?',
    why: 'It helps us to find the child who fits you. Nobody has them all.',
    fields: [
      {
        kind: 'choices',
        name: 'skills',
        missing: 'Choose at least one.',
        options: skills.map((skill) => ({ value: skill, label: skill })),
        summary: 'Good at',
      },
    ],
  },
  {
    id: 'about-you',
    heading: 'A little more about you',
    fields: [
      {
        kind: 'text',
        name: 'interests',
        label: 'What do you like doing?',
        schema: said('Tell us what you like doing.'),
        maxLength: APPLICATION.interests.longest,
        rows: 3,
      },
      {
        kind: 'line',
        name: 'languages',
        label: 'Which languages do you speak?',
        optional: true,
        schema: anyText,
        maxLength: APPLICATION.languages.longest,
        spellCheck: false,
      },
      {
        kind: 'text',
        name: 'availability',
        label: 'When do you have time?',
        hint: 'For example, weekday evenings and Saturdays.',
        schema: said('Tell us when you have time.'),
        maxLength: APPLICATION.availability.longest,
        rows: 3,
      },
    ],
  },
  ...(
    [
      ['first', 'First'],
      ['second', 'Second'],
    ] as const
  ).map(([which, nth]): Question => ({
    id: `${which}-referee`,
    heading: which === 'first' ? 'Who can tell us about you?' : 'Who else can tell us about you?',
    intro: ['Somebody who has known you for some time, and is not family. We ask them only if we go on.'],
    conflicts: (answers) => refereeConflicts({ answers, which }),
    fields: [
      {
        kind: 'line',
        name: `${which}Referee`,
        label: 'Their name',
        schema: REFERENCE.refereeName.asked('Give their name.').min(2, 'Give their name.'),
        maxLength: REFERENCE.refereeName.longest,
        spellCheck: false,
        summary: `${nth} referee`,
      },
      {
        kind: 'line',
        name: `${which}RefereeEmail`,
        label: 'Their email address',
        type: 'email',
        schema: emailAddress,
        maxLength: EMAIL_ADDRESS.longest,
        spellCheck: false,
        summary: `${nth} referee’s email address`,
      },
      {
        kind: 'line',
        name: `${which}RefereePhone`,
        label: 'Their telephone number',
        type: 'tel',
        optional: true,
        schema: TELEPHONE.asked(''),
        maxLength: REFERENCE.refereeTelephone.longest,
        width: 'medium',
        summary: `${nth} referee’s telephone number`,
      },
      {
        kind: 'line',
        name: `${which}RefereeKnown`,
        label: 'How do you know each other?',
        schema: said('Say how you know each other.'),
        maxLength: REFERENCE.howKnown.longest,
        summary: `How you know the ${which} referee`,
      },
    ],
  })),
  {
    id: 'declaration',
    heading: 'Is there anything that we should know before you work with children?',
    intro: [
      'For example: a conviction or caution, being barred, or a worry that somebody raised about you and a child.',
      'A yes does not mean that we say no. We talk with you first.',
    ],
    why: 'Work with children is asked about more than other work. Only the co-ordinator and the committee read your answer.',
    fields: [
      {
        kind: 'choice',
        name: 'declares',
        missing: 'Say yes or no.',
        inline: true,
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        summary: 'Anything that we should know',
      },
    ],
    next: ({ declares }) => (declares === 'yes' ? 'declared' : 'checks'),
  },
  {
    id: 'declared',
    heading: 'What should we know?',
    fields: [
      {
        kind: 'text',
        name: 'declared',
        hint: 'If you would rather talk about it, write: talk with me.',
        schema: said('Tell us, or write: talk with me.'),
        maxLength: APPLICATION.declared.longest,
        rows: 6,
        summary: 'What we should know',
      },
    ],
  },
  {
    id: 'checks',
    heading: 'Do you agree to our checks?',
    intro: ['We ask the Disclosure and Barring Service about you, at no cost to you. We ask your two referees.'],
    fields: [
      {
        kind: 'statement',
        name: 'agreedToChecks',
        label: 'I agree to these checks',
        missing: 'Tick the box if you agree. Without it we cannot go on.',
        summary: 'Agreed to checks',
      },
    ],
  },
]

/** What stands against a referee, at the field: nobody is their own, and two referees are two people [VOL-6]. */
const refereeConflicts = ({
  answers,
  which,
}: {
  answers: Answers
  which: 'first' | 'second'
}): Readonly<Record<string, string>> => {
  const field = `${which}RefereeEmail`
  const isThat = (other: unknown): boolean =>
    typeof other === 'string' && other !== '' && String(answers[field]).toLowerCase() === other.toLowerCase()
  const decision = anotherPerson({
    refereeIsThePerson: isThat(answers.email),
    namedAlready: which === 'second' && isThat(answers.firstRefereeEmail),
  })
  return decision.allowed ? {} : { [field]: `${decision.reason} ${decision.nextStep}` }
}
