import { londonDate, londonTime, speakDate } from '../../../core/clock/londonDates.ts'
import type { Block, PrintedDocument } from '../../../core/documents/printedDocument.ts'
import type { ConsentCopy, CopiedAction, CopyFacts } from './copyFacts.ts'
import { lastDayBefore } from '../answers/endings.ts'
import { checkInWords } from '../asking/linkChecks.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'
import { itemsInWording } from '../wording/wording.ts'
import { languagesOfWording, partsOfWording } from '../wording/wordingParts.ts'

/**
 * A copy for the parent to keep: what they answered, the form in the words that they read, and a page of evidence
 * [CON-3, CON-7].
 */
export const printedCopy = ({
  action,
  facts,
  position,
}: Pick<ConsentCopy, 'action' | 'facts' | 'position'>): PrintedDocument => {
  const { own, english } = languagesOfWording(facts.wording)
  const language = facts.wordingLanguage
  const title = facts.themselves
    ? 'Your answers about your volunteer'
    : `Your answers about mentoring for ${facts.childName}`
  return {
    title,
    author: facts.charityName,
    language: 'en-GB',
    madeAt: new Date(facts.at),
    ...(facts.accent === undefined ? {} : { letterhead: { name: facts.charityName, accent: facts.accent } }),
    foot: `${facts.charityName}: copy of ${speakDate(londonDate(new Date(facts.at)))}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(
        `${DONE[action]} on ${momentOf(facts)}. This is how your answers stood then. You can change your mind at any time, with your link.`,
      ),
      { kind: 'heading', level: 2, text: 'What you said' },
      english === undefined
        ? {
            kind: 'table',
            head: ['Point', 'Your answer', 'How long it lasts'],
            rows: answerRows({ facts, wordings: [own] }),
            widths: [0.56, 0.17, 0.27],
          }
        : {
            kind: 'table',
            head: ['Point', 'In English', 'Your answer', 'How long it lasts'],
            rows: answerRows({ facts, wordings: [own, english] }),
            widths: [0.34, 0.34, 0.12, 0.2],
            languages: [language],
          },
      { kind: 'heading', level: 2, text: 'The form, word for word' },
      ...wordForWord({ wording: own, language }),
      ...(english === undefined ? [] : wordForWord({ wording: english })),
      { kind: 'heading', level: 2, text: 'How we know' },
      { kind: 'facts', facts: evidence({ action, facts, position }) },
      ...(facts.method === 'link' ? [paragraph(checkInWords(facts.checkedBy))] : []),
      paragraph('The row ties this copy to our record of all changes. Nobody can change a row there without a trace.'),
      paragraph(
        'Do you want to know if a file is a copy that we made? Our website has a page for that: /verify. It says yes or no, and nothing else.',
      ),
    ],
  }
}

const DONE: Readonly<Record<CopiedAction, string>> = {
  sign: 'You signed and sent your answers',
  change: 'You signed and sent new answers',
  decline: 'You said no to everything',
  agreeOne: 'You signed and changed one answer to yes',
  withdrawOne: 'You changed one answer to no',
  withdraw: 'You changed all your answers to no',
  keepCapture: 'We took down your answers',
}

const HOW = { link: 'By the link that we sent by email', paper: 'On paper', telephone: 'By telephone' } as const

const evidence = ({
  action,
  facts,
  position,
}: Pick<ConsentCopy, 'action' | 'facts' | 'position'>): Array<{ term: string; value: string }> => [
  { term: 'What was done', value: DONE[action] },
  ...(facts.signedName === null
    ? []
    : [{ term: facts.method === 'link' ? 'Name typed as the signature' : 'Name', value: facts.signedName }]),
  ...(facts.signedRelationship === null ? [] : [{ term: 'Says of themselves', value: facts.signedRelationship }]),
  { term: 'Child', value: facts.childName },
  { term: 'When', value: `${momentOf(facts)} in London (${facts.at})` },
  { term: 'How', value: HOW[facts.method] },
  ...(facts.linkSentTo === null ? [] : [{ term: 'The link went to', value: facts.linkSentTo }]),
  { term: 'Form', value: facts.wording.split('\n')[0] ?? '' },
  { term: 'Number of the form’s words (SHA-256)', value: facts.wordingDigest },
  { term: 'Row in our record of changes', value: position.sequence },
  { term: 'Number of that row (SHA-256)', value: position.hash },
]

const wordForWord = ({ wording, language }: { wording: string; language?: string }): Block[] =>
  partsOfWording(wording).flatMap(({ title, lines }): Block[] => [
    { kind: 'heading', level: 3, text: title, language },
    ...lines.map((line) => paragraph(line, language)),
  ])

/** Each point in the words in which it was asked, in the order of the form; once for each of the wordings. */
const answerRows = ({
  facts: { answers },
  wordings,
}: {
  facts: CopyFacts
  wordings: readonly string[]
}): string[][] => {
  const asked = wordings.map(
    (wording) => new Map(itemsInWording(wording).map(({ item, question }) => [item, question])),
  )
  return (Object.keys(CONSENT_ITEMS) as ConsentItem[]).flatMap((item) => {
    const given = answers.find((answer) => answer.item === item)
    return given
      ? [
          [
            ...asked.map((questions) => questions.get(item) ?? CONSENT_ITEMS[item]),
            given.answer === 'yes' ? 'Yes' : 'No',
            lasts(given),
          ],
        ]
      : []
  })
}

const lasts = ({ answer, decidedOn, until }: CopyFacts['answers'][number]): string => {
  if (answer === 'no') return `Since ${speakDate(decidedOn)}`
  return until === null ? `From ${speakDate(decidedOn)}` : `Until ${speakDate(lastDayBefore(until))}`
}

const momentOf = ({ at }: CopyFacts): string => `${speakDate(londonDate(new Date(at)))} at ${londonTime(new Date(at))}`

const paragraph = (text: string, language?: string): Block => ({ kind: 'paragraph', runs: [{ text }], language })
