import { createHash } from 'node:crypto'
import { CONSENT_ITEMS, isConsentItem, type ConsentItem } from './rules.ts'
import { DEFAULT_CONSENT_SETTINGS } from './settings.ts'

/** One thing that a parent says yes or no to, in the words that they read. */
export type WordedItem = { item: ConsentItem; title: string; question: string; why: string }

/** The form that a parent reads and signs. `text` is all of it, as it is stored; `digest` tells one text from another [CON-3]. */
export type ConsentWording = {
  whatWeDo: readonly string[]
  items: readonly WordedItem[]
  /** What is explained and not asked [CON-2]. */
  safety: readonly string[]
  responsibility: string
  declaration: string
  text: string
  digest: string
}

/** Which form this is. Changing a word of it means a new version: its digest stands in a test. */
export const CONSENT_WORDING_VERSION = '1'

/** The form that is in force, in the charity's name. */
export const consentWording = ({ charityName, renewalMonths = DEFAULT_CONSENT_SETTINGS.renewalMonths }: { charityName: string; renewalMonths?: number }): ConsentWording => {
  const charity = charityName.replaceAll(/\s+/g, ' ').trim()
  const whatWeDo = [
    `${charity} would like to give your child a mentor. A mentor is a grown-up who gives time to a child, one to one. We check and train each mentor first.`,
    'They meet to talk and to do things that your child likes. You agree the day, the time and the place first.',
    'Please say yes or no to each point. We need a yes to the first two to start. You can say no to the others, and your child can still have a mentor.',
    `Your yes lasts for ${inMonths(renewalMonths)}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.`,
    'We may ask more than one parent. If one of you says no to a point, the answer is no.',
    `${charity} keeps your answers safe. Only the people who run mentoring can see them.`,
  ]
  const safety = [
    'If we think that a child is in danger, we must act. We may then tell the people whose job it is to keep children safe. The law lets us do this without a yes, so we do not ask you for one. We tell you first if we can.',
  ]
  const responsibility = 'I have parental responsibility for this child, or I sign for the council that has it.'
  const declaration = 'I have read this form. These are my answers. My typed name is my signature.'
  const text = [
    `Consent form of ${charity}, version ${CONSENT_WORDING_VERSION}`,
    ['What we do', ...whatWeDo].join('\n'),
    ...ITEMS.map(({ item, title, question, why }) => `[${item}] ${title}\n${question}\n${why}`),
    ['If a child is in danger', ...safety].join('\n'),
    ['What you sign', responsibility, declaration].join('\n'),
  ].join('\n\n')
  return { whatWeDo, items: ITEMS, safety, responsibility, declaration, text, digest: wordingDigest(text) }
}

/** What is kept beside a wording, to show that it is the one that was signed. */
export const wordingDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The items of a stored wording, in the words in which they were asked then. */
export const itemsInWording = (text: string): WordedItem[] =>
  text.split('\n\n').flatMap((block) => {
    const [, item = '', title = '', question = '', why = ''] = /^\[([\w-]+)\] (.+)\n(.+)\n(.+)$/.exec(block) ?? []
    return isConsentItem(item) ? [{ item, title, question, why }] : []
  })

/** How long a yes lasts, as people say it. */
const inMonths = (months: number): string => {
  if (months % 12 > 0) return months === 1 ? 'one month' : `${months} months`
  return months === 12 ? 'one year' : `${months / 12} years`
}

const worded = (item: ConsentItem, question: string, why: string): WordedItem => ({ item, title: CONSENT_ITEMS[item], question, why })

const ITEMS: readonly WordedItem[] = [
  worded('taking-part', 'May your child have a mentor?', 'We cannot start without your yes.'),
  worded('meetings', 'May they meet in public places, such as a café or a park?', 'We cannot start without your yes. Other people can see and hear them there. Just the two of them never meet in a home.'),
  worded('travel', 'May your child go in a car with the mentor?', 'We try not to need it. If there is a lift, we know first and we write it down.'),
  worded('outings', 'May they go on outings and try new things, such as a sport?', 'We look at the risks first. You agree the plan before the day.'),
  worded('first-aid', 'May the mentor give first aid, and may a doctor treat your child if it cannot wait?', 'We ring you at once. But help must not have to wait until we reach you.'),
  worded('photographs', 'May we take photos of your child?', 'We use them to show what we do. We never put a name to them. We ask you again before one goes on the web.'),
  worded('talking-with-school', 'May we talk with your child’s school about mentoring?', 'The school can tell us what helps. We tell them only what they need to know.'),
  worded('talking-with-key-workers', 'May we talk with the key workers that you have told us of?', 'A key worker helps your family, like a social worker or a nurse. This saves you saying it all twice.'),
]
