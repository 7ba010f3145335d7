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
export const consentWording = ({ charityName, renewalMonths = DEFAULT_CONSENT_SETTINGS.renewalMonths, forThemselves = false }: { charityName: string; renewalMonths?: number; forThemselves?: boolean }): ConsentWording => {
  const charity = charityName.replaceAll(/\s+/g, ' ').trim()
  const lasts = inMonths(renewalMonths)
  if (forThemselves) return asOneText({ charity, ...ownWords({ charity, lasts }) })
  const whatWeDo = [
    `${charity} would like to give your child a mentor. A mentor is a grown-up who gives time to a child, one to one. We check and train each mentor first.`,
    'They meet to talk and to do things that your child likes. You agree the day, the time and the place first.',
    'Please say yes or no to each point. We need a yes to the first two to start. You can say no to the others, and your child can still have a mentor.',
    `Your yes lasts for ${lasts}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.`,
    'We may ask more than one parent. If one of you says no to a point, the answer is no.',
    `${charity} keeps your answers safe. Only the people who run mentoring can see them.`,
  ]
  const safety = [
    'If we think that a child is in danger, we must act. We may then tell the people whose job it is to keep children safe. The law lets us do this without a yes, so we do not ask you for one. We tell you first if we can.',
  ]
  const responsibility = 'I have parental responsibility for this child, or I sign for the council that has it.'
  const declaration = 'I have read this form. These are my answers. My typed name is my signature.'
  return asOneText({ charity, whatWeDo, items: ITEMS, safety, responsibility, declaration })
}

const asOneText = ({ charity, ...words }: Pick<ConsentWording, 'whatWeDo' | 'items' | 'safety' | 'responsibility' | 'declaration'> & { charity: string }): ConsentWording => {
  const { whatWeDo, items, safety, responsibility, declaration } = words
  const text = [
    `Consent form of ${charity}, version ${CONSENT_WORDING_VERSION}`,
    ['What we do', ...whatWeDo].join('\n'),
    ...items.map(({ item, title, question, why }) => `[${item}] ${title}\n${question}\n${why}`),
    ['If a child is in danger', ...safety].join('\n'),
    ['What you sign', responsibility, declaration].join('\n'),
  ].join('\n\n')
  return { ...words, text, digest: wordingDigest(text) }
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

/** The form of a young person who is 18 and answers for themselves [CON-9]. */
const ownWords = ({ charity, lasts }: { charity: string; lasts: string }) => ({
  whatWeDo: [
    `You have a mentor from ${charity}. You are 18 now, so you decide for yourself. What your parents said does not count any more.`,
    'Please say yes or no to each point. We need a yes to the first two to go on. You can say no to the others and keep your mentor.',
    `Your yes lasts for ${lasts}. Then we ask you again. You can change your mind at any time, with the same link. It counts at once. You need not tell us why.`,
    `${charity} keeps your answers safe. Only the people who run mentoring can see them.`,
  ],
  items: OWN_ITEMS,
  safety: ['If we think that somebody is in danger, we must act. We may then tell the people whose job it is to keep people safe. The law lets us do this without a yes, so we do not ask you for one. We tell you first if we can.'],
  responsibility: 'I am 18 or over, and I answer for myself.',
  declaration: 'I have read this form. These are my answers. My typed name is my signature.',
})

const OWN_ITEMS: readonly WordedItem[] = [
  worded('taking-part', 'Do you want to go on with your mentor?', 'We cannot go on without your yes.'),
  worded('meetings', 'Will you meet in public places, such as a café or a park?', 'We cannot go on without your yes. Other people can see and hear you there.'),
  worded('travel', 'Is it all right to go in a car with your mentor?', 'We try not to need it. If there is a lift, we know first and we write it down.'),
  worded('outings', 'Is it all right to go on outings and try new things, such as a sport?', 'We look at the risks first.'),
  worded('first-aid', 'May your mentor give first aid, and may a doctor treat you if it cannot wait?', 'Help must not have to wait.'),
  worded('photographs', 'May we take photos of you?', 'We use them to show what we do. We never put a name to them. We ask you again before one goes on the web.'),
  worded('talking-with-school', 'May we talk with your school or college about mentoring?', 'They can tell us what helps. We tell them only what they need to know.'),
  worded('talking-with-key-workers', 'May we talk with your key workers?', 'A key worker helps you, like a social worker or a nurse. This saves you saying it all twice.'),
]
