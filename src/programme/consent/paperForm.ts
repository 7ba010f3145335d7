import type { Block, PrintedDocument } from '../../core/documents/printedDocument.ts'
import { relationshipsFor } from './relationships.ts'
import type { ConsentWording } from './wording.ts'

/**
 * The form on paper, in the words that are in force, for those who do not answer by the link [CON-1, CON-3]: the number of the words stands on
 * it, so that whoever enters it later knows which words were signed. `themselves`: for the young person, who is 18 or over.
 */
export const paperForm = ({ wording, charityName, themselves, madeAt }: { wording: ConsentWording; charityName: string; themselves: boolean; madeAt: Date }): PrintedDocument => {
  const title = themselves ? 'Your mentor: yes or no?' : 'A mentor for your child: yes or no?'
  const name = wording.text.split('\n')[0] ?? ''
  return {
    title,
    author: charityName,
    language: 'en-GB',
    madeAt,
    foot: `${name}, number ${wording.digest.slice(0, 12)}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...wording.whatWeDo.paragraphs.map(paragraph),
      { kind: 'heading', level: 2, text: 'Please tick yes or no for each point' },
      { kind: 'table', head: ['Point', 'Yes', 'No'], widths: [0.76, 0.12, 0.12], rows: wording.items.map(({ question, why }) => [`${question}\n${why}`, BLANK, BLANK]) },
      { kind: 'heading', level: 2, text: wording.safety.title },
      ...wording.safety.paragraphs.map(paragraph),
      { kind: 'heading', level: 2, text: wording.privacy.title },
      ...wording.privacy.paragraphs.map(paragraph),
      { kind: 'heading', level: 2, text: 'Your signature' },
      paragraph(wording.signature.responsibility),
      paragraph(wording.signature.declaration.replace('My typed name is my signature.', '')),
      {
        kind: 'facts',
        facts: [
          ...(themselves ? [] : [{ term: 'Your child’s full name', value: LINE }]),
          { term: themselves ? 'Your date of birth' : 'Your child’s date of birth', value: LINE },
          { term: 'Your full name', value: LINE },
          ...(themselves ? [] : [{ term: 'Who you are to the child', value: `${[false, true].flatMap((forCouncil) => relationshipsFor({ themselves, forCouncil })).join(', ')}\n${BLANK}` }]),
          { term: 'Your signature', value: LINE },
          { term: 'Date', value: LINE },
        ],
      },
      { kind: 'heading', level: 2, text: 'For us to fill in' },
      { kind: 'facts', facts: ['Came in on', 'Entered by', 'Confirmed by a second person'].map((term) => ({ term, value: BLANK })) },
      paragraph(`Number of these words (SHA-256): ${wording.digest}`),
    ],
  }
}

const BLANK = ' '

/** Room to write by hand. */
const LINE = ' \n '

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] })
