import { z } from 'zod'
import { isCalendarDate, londonDate, speakDate } from '../../core/clock/londonDates.ts'
import { beyondBounds } from '../../core/fields/dateBounds.ts'
import { EMAIL_ADDRESS, TELEPHONE } from '../../core/fields/commonTexts.ts'
import type { Judged } from '../../core/fields/judged.ts'
import { CHILD } from '../../programme/people/children/fields.ts'
import { REFERRAL } from '../../programme/referrals/fields.ts'
import { receiveReferral } from '../../programme/referrals/incoming/receive.ts'
import { reasonChoices } from '../../programme/referrals/reasons.ts'
import { OUTSIDE_SOURCES, REFERRAL_SOURCES } from '../../programme/referrals/incoming/sources.ts'
import { readReferralReasons } from '../../programme/referrals/settings.ts'
import { Heading } from '../design/Heading.tsx'
import { Notice } from '../design/Notice.tsx'
import { definePublicForm, emailAddress, type PublicForm, type Question } from '../questions/index.ts'
import { givenFrom, HOPES, WHY } from './givenReferral.ts'

/** The form by which anybody outside refers a child, without an account [ELG-2]. */
export const referralForm: PublicForm = definePublicForm({
  id: 'refer',
  title: 'Refer a child for mentoring',
  start: ({ charityName }) => (
    <>
      <p>A volunteer is a trained adult who meets one child, again and again, through a hard time.</p>
      <p>This form is for schools, social workers, family support workers, camp and club leaders, and parents.</p>
      <p>It takes about ten minutes. You can stop and come back. If you do not know something, say so.</p>
      <p>The committee of {charityName} reads each referral. We write to you with its answer.</p>
    </>
  ),
  choices: async ({ query }) => (await readReferralReasons({ query })).referralReasons,
  questions: ({ settings, choices, now }) =>
    questionsFor({ charityName: settings.charityName, reasons: choices, today: londonDate(now) }),
  beforeSending: [
    'What you send is read by the people who run the mentoring, and by nobody else.',
    'By sending it you say that what you wrote is true as far as you know.',
  ],
  sendLabel: 'Send the referral',
  send: async ({ work, answers }) => receiveReferral({ work, given: givenFrom(answers) }),
  doneTitle: 'We have your referral',
  done: ({ outcome: { reference = '', answerBy = '' } }) => (
    <>
      <Notice tone="success" title="We have your referral" announced>
        <p>
          Your reference is <strong>{reference}</strong>.
        </p>
      </Notice>
      <Heading>What happens next</Heading>
      <p>
        The committee reads your referral. We expect to tell you by{' '}
        {isCalendarDate(answerBy) ? speakDate(answerBy) : 'then'} what it has decided. We may ask you for more before
        that.
      </p>
      <p>
        We have sent you an email with your reference and a link. The link shows how far we are. The email holds nothing
        of what you wrote.
      </p>
      <p>
        Are you worried that a child is in danger now? Do not wait for us: ring <a href="tel:999">999</a>.
      </p>
      <p>
        <a href="/refer">Refer another child</a>
      </p>
    </>
  ),
})

const named = (kind: Judged, question: string) => kind.asked(question).min(2, question)
const anyText = z.string()

const questionsFor = ({
  charityName,
  reasons,
  today,
}: {
  charityName: string
  reasons: readonly string[]
  today: string
}): readonly Question[] => [
  {
    id: 'club',
    heading: `Is the child a member of the ${charityName} club?`,
    why: 'A volunteer can only start with a child who is a member. If you say no, you can still refer the child.',
    fields: [
      {
        kind: 'choice',
        name: 'member',
        mayNotKnow: true,
        missing: 'Say yes, no or that you do not know.',
        options: [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ],
        summary: 'Member of the club',
      },
    ],
    next: ({ member }) => (member === 'yes' ? 'child' : 'not-a-member'),
  },
  {
    id: 'not-a-member',
    heading: 'You can still refer this child',
    intro: [
      'Only members of the club can have a volunteer. You need not find out, and you need not wait.',
      'Send us the referral. We talk with the family about the club, and the committee looks at each child.',
    ],
    fields: [],
    next: () => 'child',
  },
  {
    id: 'child',
    heading: 'Who is the child?',
    why: 'We need to know that we speak of the same child.',
    fields: [
      {
        kind: 'line',
        name: 'childName',
        label: 'Full name of the child',
        schema: named(CHILD.name, 'Give the child’s name.'),
        maxLength: CHILD.name.longest,
        spellCheck: false,
      },
      {
        kind: 'date',
        name: 'childBornOn',
        label: 'Date of birth',
        hint: 'For example, 27 3 2014.',
        mayNotKnow: true,
        schema: z
          .string()
          .refine(
            isCalendarDate,
            'Give the day, the month and the year, such as 27 3 2014. Or tick that you do not know.',
          )
          .superRefine((date, context) => {
            const beyond = beyondBounds({ date, kind: 'birthOfChild', today })
            if (beyond !== undefined) context.addIssue({ code: 'custom', message: beyond })
          }),
      },
      {
        kind: 'line',
        name: 'childSchool',
        label: 'School',
        mayNotKnow: true,
        schema: named(CHILD.school, 'Give the school, or tick that you do not know.'),
        maxLength: CHILD.school.longest,
        spellCheck: false,
      },
    ],
  },
  {
    id: 'reason',
    heading: 'What is the main reason?',
    why: 'It helps us to see which volunteer may fit. You can say more on the next page.',
    fields: [
      {
        kind: 'choice',
        name: 'mainReason',
        mayNotKnow: true,
        missing: 'Choose the main reason.',
        options: reasonChoices(reasons),
        summary: 'Main reason',
      },
    ],
  },
  {
    id: 'why',
    heading: WHY,
    warning: ({ mainReason }) => (DANGEROUS_REASONS.has(mainReason) ? IN_DANGER : undefined),
    why: 'The committee decides by what you tell it. You need not write a report. A few sentences are enough.',
    fields: [
      {
        kind: 'text',
        name: 'why',
        hint: 'What is hard for the child now? What have you seen?',
        schema: z.string().min(10, 'Tell us in a few words why mentoring may help.'),
        maxLength: REFERRAL.words.longest,
        rows: 10,
        summary: 'Why mentoring may help',
      },
    ],
  },
  {
    id: 'hopes',
    heading: HOPES,
    why: 'If the child gets a volunteer, we agree on goals with the family. Your hopes help us to begin.',
    fields: [
      {
        kind: 'text',
        name: 'hopes',
        mayNotKnow: true,
        schema: z.string().min(2, 'Tell us what you hope for, or tick that you do not know.'),
        maxLength: REFERRAL.hopes.longest,
        summary: 'What you hope for',
      },
    ],
  },
  {
    id: 'you',
    heading: 'Who are you?',
    fields: [
      {
        kind: 'choice',
        name: 'source',
        missing: 'Say who you are.',
        options: OUTSIDE_SOURCES.map((value) => ({ value, label: REFERRAL_SOURCES[value] })),
        summary: 'You are',
      },
    ],
  },
  {
    id: 'contact',
    heading: 'How can we reach you?',
    why: 'We send you the answer, and may ask you for more.',
    fields: [
      {
        kind: 'line',
        name: 'referrerName',
        label: 'Your name',
        schema: named(REFERRAL.referrerName, 'Give your name.'),
        maxLength: REFERRAL.referrerName.longest,
        autoComplete: 'name',
        spellCheck: false,
      },
      {
        kind: 'line',
        name: 'referrerEmail',
        label: 'Your email address',
        type: 'email',
        schema: emailAddress,
        maxLength: EMAIL_ADDRESS.longest,
        autoComplete: 'email',
        spellCheck: false,
      },
      {
        kind: 'line',
        name: 'referrerPhone',
        label: 'Your telephone number',
        type: 'tel',
        optional: true,
        schema: TELEPHONE.asked(''),
        maxLength: REFERRAL.referrerPhone.longest,
        autoComplete: 'tel',
        width: 'medium',
      },
      {
        kind: 'line',
        name: 'referrerPlace',
        label: 'Where you work or help',
        optional: true,
        schema: anyText,
        maxLength: REFERRAL.referrerPlace.longest,
        autoComplete: 'organization',
        spellCheck: false,
      },
    ],
    next: ({ source }) => (source === 'parent' ? 'check' : 'family'),
  },
  {
    id: 'family',
    heading: 'Does the family agree that you refer the child?',
    why: 'We talk with the family before anything begins, and nothing begins without their yes.',
    fields: [
      {
        kind: 'choice',
        name: 'familyAgrees',
        missing: 'Say whether the family agrees.',
        options: [
          { value: 'yes', label: 'Yes, they agree' },
          { value: 'not-asked', label: 'Nobody has asked them yet' },
          { value: 'no', label: 'No, they do not agree' },
        ],
        summary: 'The family agrees',
      },
    ],
    next: ({ familyAgrees }) => (familyAgrees === 'yes' ? 'family-contact' : 'ask-the-family'),
  },
  {
    id: 'ask-the-family',
    heading: 'Please talk with the family',
    intro: [
      'You can send the referral now. But we do not write to the family before you have talked with them.',
      'Tell them what mentoring is, and ask whether they would like it. Then tell us: the page to which our email leads takes what you add.',
    ],
    fields: [],
    next: () => 'check',
  },
  {
    id: 'family-contact',
    heading: 'How can we reach the family?',
    why: 'We ask the parents or carers what they want, and whether they agree to each point.',
    fields: [
      {
        kind: 'text',
        name: 'familyContact',
        hint: 'A name, and a telephone number or an email address.',
        mayNotKnow: true,
        schema: z.string().min(2, 'Say how, or tick that you do not know.'),
        maxLength: REFERRAL.familyContact.longest,
        rows: 3,
        summary: 'How to reach the family',
      },
    ],
  },
]

/** Reasons that can mean that somebody harms or uses the child now. */
const DANGEROUS_REASONS: ReadonlySet<unknown> = new Set(['grooming', 'gangs'])

const IN_DANGER = {
  title: 'Is the child in danger? Do not wait for us.',
  paragraphs: [
    'In danger now: ring 999.',
    'Not this minute, but you think that somebody harms or uses the child: ring the police on 101, or the children’s services of your council. You can ask the NSPCC on 0808 800 5000, day and night.',
    'Then go on here. We read referrals in working hours only.',
  ],
}
