import { richTextOf } from '../core/richText/plainText.ts'
import { STARTING_SET } from '../programme/policies/starting/index.ts'

/** The documents of the sample: the texts to start from, filled in with what is invented. */
export const samplePolicies = () =>
  STARTING_SET.map(({ text, ...policy }) => ({ ...policy, text: richTextOf(filledIn(text)) }))

/** A text with its places filled in, and without the line that calls it a draft. */
const filledIn = (text: string): string =>
  text
    .replace(/^Draft for the committee of \[[^\]]*\] to adopt\.\s?/m, '')
    .replaceAll(/\[Fill in: ([^\]]*)\]/g, (_place, what: string) => INVENTED[what] ?? `${what} (invented)`)

const INVENTED: Readonly<Record<string, string>> = {
  'your vision in one sentence, for example better lives for disadvantaged children in your town.':
    'Better lives for disadvantaged children around Andover.',
  'the name of your co-ordinator': 'Morgan Specimen',
  'name and telephone number of the safeguarding lead': 'Casey Standin, 01632 960 001',
  'name and telephone number of the deputy': 'Rowan Madeup, 01632 960 002',
  'the number of your council’s children’s services, day and night': '01632 960 003',
  'how your council’s designated officer is reached': '01632 960 004',
  'how many years': 'three',
  'how many': '30',
  'the most for one meeting': '£5',
  'the most for a child at one meeting': '£7',
  'pence for each mile': '45p',
  'what your charity keeps out of conversations': 'religion, politics and other people’s private lives',
  'whom to speak with': 'my committee contact',
  'whom a child can speak with, and how': 'Casey, on 01632 960 001',
  'how long': 'six years',
  'whom to tell about a loss of data': 'the co-ordinator',
  'how often, for example each week': 'each week',
  'who deals with complaints': 'the chair of trustees',
  'who keeps the directory': 'The co-ordinator',
  'the name of your insurer': 'Invented Mutual',
  'the number of the insurance': 'INV 0000',
  'its last day': '31 December',
  'the sum': '£5 million',
  'the name of your charity': 'Kids on Track',
  'address, telephone and email': 'The Invented Hall, 1 Made-up Street, Andover, 01632 960 001, office@sample.invalid',
  'for example one year': 'one year',
  'for example until the child is 25': 'until the child is 25',
  'for example six years after they leave': 'six years after they leave',
  'what your insurer leaves out, for example climbing or water sports': 'Climbing and water sports',
}
