import { TICK_BOX, type Block, type PrintedDocument } from '../../../core/documents/printedDocument.ts'
import { relationshipsFor } from '../asking/relationships.ts'
import type { ConsentWording } from '../wording/wording.ts'

/**
 * The form on paper, in the words that are in force, for those who do not answer by the link [CON-1, CON-3]: the number
 * of the words stands at its foot, so that whoever enters it later knows which words were signed. Words in another language
 * have the English beside them, as under the link. `themselves`: for the young person, who is 18 or over.
 */
export const paperForm = ({
  wording,
  charityName,
  accent,
  returnTo,
  themselves,
  madeAt,
}: {
  wording: ConsentWording
  charityName: string
  /** The charity's colour. */
  accent: string
  /** Where it goes when it is filled in: address, telephone, email, as far as the charity has said. */
  returnTo: readonly string[]
  themselves: boolean
  madeAt: Date
}): PrintedDocument => {
  const title = themselves ? 'Your volunteer: yes or no?' : 'A volunteer for your child: yes or no?'
  const name = wording.text.split('\n')[0] ?? ''
  const { english, language } = wording
  /** Words of the form as paragraphs: in the reader’s language, then in English. */
  const both = (words: (form: Words) => readonly string[]): Block[] => [
    ...words(wording).map((text) => paragraph(text, language)),
    ...(english ? words(english).map((text) => paragraph(text)) : []),
  ]
  const part = (name: 'safety' | 'privacy'): Block[] => [
    { kind: 'heading', level: 2, text: wording[name].title, language },
    ...both((form) => form[name].paragraphs),
  ]
  return {
    title,
    author: charityName,
    language: 'en-GB',
    madeAt,
    letterhead: { name: charityName, accent },
    foot: `${name}, number ${wording.digest.slice(0, 12)}`,
    blocks: [
      { kind: 'heading', level: 1, text: title },
      ...both(({ whatWeDo }) => whatWeDo.paragraphs),
      { kind: 'heading', level: 2, text: 'Please tick yes or no for each point' },
      english
        ? {
            kind: 'table',
            head: ['Point', 'In English', 'Yes', 'No'],
            widths: [0.4, 0.4, 0.1, 0.1],
            languages: [language],
            rows: wording.items.map((item, index) => [
              asked(item),
              asked(english.items[index] ?? item),
              TICK_BOX,
              TICK_BOX,
            ]),
          }
        : {
            kind: 'table',
            head: ['Point', 'Yes', 'No'],
            widths: [0.76, 0.12, 0.12],
            rows: wording.items.map((item) => [asked(item), TICK_BOX, TICK_BOX]),
          },
      ...part('safety'),
      ...part('privacy'),
      { kind: 'heading', level: 2, text: 'Your signature' },
      ...both(({ signature }) => [
        signature.responsibility,
        signature.declaration.replace('My typed name is my signature.', ''),
      ]),
      {
        kind: 'facts',
        facts: [
          ...(themselves ? [] : [{ term: 'Your child’s full name', value: LINE }]),
          { term: themselves ? 'Your date of birth' : 'Your child’s date of birth', value: LINE },
          { term: 'Your full name', value: LINE },
          ...(themselves
            ? []
            : [
                {
                  term: 'Who you are to the child',
                  choices: [false, true].flatMap((forCouncil) => relationshipsFor({ themselves, forCouncil })),
                },
              ]),
          { term: 'Your signature', value: LINE },
          { term: 'Date', value: LINE },
        ],
      },
      ...(returnTo.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: 'Where to send it' },
            paragraph(`Give it to the co-ordinator, or send it to:\n${[charityName, ...returnTo].join('\n')}`),
          ]),
      { kind: 'heading', level: 2, text: 'For us to fill in' },
      { kind: 'table', head: ['Came in on', 'Entered by', 'Confirmed by a second person'], rows: [[LINE, LINE, LINE]] },
    ],
  }
}

type Words = Pick<ConsentWording, 'whatWeDo' | 'safety' | 'privacy' | 'signature'>

/** Room to write by hand. */
const LINE = ' \n '

const asked = ({ question, why }: { question: string; why: string }): string => `${question}\n${why}`

const paragraph = (text: string, language?: string): Block => ({ kind: 'paragraph', runs: [{ text }], language })
