import { londonDate, londonTime } from '../../../core/clock/londonDates.ts'
import type { Block, PrintedDocument } from '../../../core/documents/printedDocument.ts'
import { wordsIn, type ParentWords } from '../../people/parentWords/parentWords.ts'
import type { ConsentCopy, CopyFacts } from './copyFacts.ts'
import { knownRelationship } from '../asking/relationships.ts'
import { lastDayBefore } from '../answers/endings.ts'
import { CONSENT_ITEMS, type ConsentItem } from '../rules.ts'
import { itemsInWording } from '../wording/wording.ts'
import { languagesOfWording, partsOfWording } from '../wording/wordingParts.ts'

/**
 * A copy for the parent to keep, in the language in which they read the form: what they answered, the form in those
 * words, beside the English, and a page of evidence [CON-3, CON-7].
 */
export const printedCopy = ({
  action,
  facts,
  position,
}: Pick<ConsentCopy, 'action' | 'facts' | 'position'>): PrintedDocument => {
  const { own, english } = languagesOfWording(facts.wording)
  const words = wordsIn(facts.wordingLanguage)
  const { say } = words
  const title = facts.themselves ? say('file.title-own') : say('file.title', { child: facts.childName })
  // Where the house has no words in the language of the form, they are English and the form is not.
  const language = facts.wordingLanguage === words.language ? undefined : facts.wordingLanguage
  const ofEnglish = words.language === 'en' ? undefined : 'en-GB'
  return {
    title,
    author: facts.charityName,
    language: words.code,
    madeAt: new Date(facts.at),
    ...(facts.accent === undefined ? {} : { letterhead: { name: facts.charityName, accent: facts.accent } }),
    foot: say('file.foot', { charity: facts.charityName, date: words.date(londonDate(new Date(facts.at))) }),
    blocks: [
      { kind: 'heading', level: 1, text: title },
      paragraph(`${whatWasDone({ action, facts, words })} ${say('file.stood')}`),
      { kind: 'heading', level: 2, text: say('file.said') },
      english === undefined
        ? {
            kind: 'table',
            head: [say('file.point'), say('file.answer'), say('file.lasts')],
            rows: answerRows({ facts, words, wordings: [own] }),
            widths: [0.56, 0.17, 0.27],
          }
        : {
            kind: 'table',
            head: [say('file.point'), say('file.in-english'), say('file.answer'), say('file.lasts')],
            rows: answerRows({ facts, words, wordings: [own, english] }),
            widths: [0.34, 0.34, 0.12, 0.2],
            languages: [language, ofEnglish],
          },
      { kind: 'heading', level: 2, text: say('file.words') },
      ...wordForWord({ wording: own, language }),
      ...(english === undefined ? [] : wordForWord({ wording: english, language: ofEnglish })),
      { kind: 'heading', level: 2, text: say('file.evidence') },
      { kind: 'facts', facts: evidence({ action, facts, position, words }) },
      // Copies from before there was a code name no check: theirs was the date of birth.
      ...(facts.method === 'link' ? [paragraph(say(`file.checked-${facts.checkedBy ?? 'birthday'}`))] : []),
      paragraph(say('file.chain')),
      paragraph(say('file.verify')),
    ],
  }
}

type Told = Pick<ConsentCopy, 'action' | 'facts'> & { words: ParentWords }

const whatWasDone = ({ action, facts: { at }, words }: Told): string =>
  words.say(`copied.${action}`, { date: words.date(londonDate(new Date(at))), time: words.time(new Date(at)) })

const evidence = ({
  action,
  facts,
  position,
  words,
}: Told & Pick<ConsentCopy, 'position'>): Array<{ term: string; value: string }> => {
  const { say } = words
  const at = new Date(facts.at)
  return [
    { term: say('file.done'), value: whatWasDone({ action, facts, words }) },
    ...(facts.signedName === null
      ? []
      : [{ term: facts.method === 'link' ? say('file.signature') : say('file.name'), value: facts.signedName }]),
    ...(facts.signedRelationship === null ? [] : [{ term: say('file.says'), value: relationshipIn({ facts, words }) }]),
    { term: say('file.child'), value: facts.childName },
    {
      term: say('file.when'),
      value: say('file.moment', { date: words.date(londonDate(at)), time: londonTime(at), exact: facts.at }),
    },
    { term: say('file.how'), value: say(`file.by-${facts.method}`) },
    ...(facts.linkSentTo === null ? [] : [{ term: say('file.link-to'), value: facts.linkSentTo }]),
    { term: say('file.form'), value: facts.wording.split('\n')[0] ?? '' },
    { term: say('file.form-number'), value: facts.wordingDigest },
    { term: say('file.row'), value: position.sequence },
    { term: say('file.row-number'), value: position.hash },
  ]
}

const relationshipIn = ({ facts: { signedRelationship }, words }: Pick<Told, 'facts' | 'words'>): string => {
  const known = knownRelationship(signedRelationship)
  return known === undefined ? String(signedRelationship) : words.say(`relationship.${known}`)
}

const wordForWord = ({ wording, language }: { wording: string; language?: string }): Block[] =>
  partsOfWording(wording).flatMap(({ title, lines }): Block[] => [
    { kind: 'heading', level: 3, text: title, language },
    ...lines.map((line) => paragraph(line, language)),
  ])

/** Each point in the words in which it was asked, in the order of the form; once for each of the wordings. */
const answerRows = ({
  facts: { answers },
  words,
  wordings,
}: {
  facts: CopyFacts
  words: ParentWords
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
            words.say(given.answer === 'yes' ? 'form.yes' : 'form.no'),
            lasts({ given, words }),
          ],
        ]
      : []
  })
}

const lasts = ({
  given: { answer, decidedOn, until },
  words: { say, date },
}: {
  given: CopyFacts['answers'][number]
  words: ParentWords
}): string => {
  if (answer === 'no') return say('file.since', { date: date(decidedOn) })
  return until === null
    ? say('file.from', { date: date(decidedOn) })
    : say('file.until', { date: date(lastDayBefore(until)) })
}

const paragraph = (text: string, language?: string): Block => ({ kind: 'paragraph', runs: [{ text }], language })
