import { readNodes, wordsIn, type RichTextNode } from '../../core/richText/nodes.ts'

/** What a parent is asked, each yes or no, by the heading under which the consent wording asks it [CON-2]. */
export const WORDED_POINTS = {
  'taking-part': 'Taking part in mentoring',
  meetings: 'Meetings in public places',
  travel: 'Travel in a car with the volunteer',
  outings: 'Outings and activities',
  'first-aid': 'First aid and emergency treatment',
  photographs: 'Photographs',
  'talking-with-school': 'Talking with the school',
  'talking-with-key-workers': 'Talking with named key workers',
} as const

/** One of these points as stored. */
type WordedPoint = keyof typeof WORDED_POINTS

/** One point in the words of a version: its heading, the question, and why it is asked. */
export type WordedQuestion = { item: WordedPoint; title: string; question: string; why: string }

/** A part of the form that is read and not answered. */
export type WordedPart = { title: string; paragraphs: readonly string[] }

/**
 * A form as a version words it. `{charity}` and `{time}` still stand in it, for the charity's name and for how long a
 * yes lasts.
 */
export type WordedForm = {
  whatWeDo: WordedPart
  items: readonly WordedQuestion[]
  safety: WordedPart
  privacy: WordedPart
  signature: { title: string; responsibility: string; declaration: string }
}

/**
 * A version of the consent wording: the parents' form, and that of a young person who is 18 and answers for themselves
 * [CON-9].
 */
export type WordedForms = { ofParents: WordedForm; ofThemselves: WordedForm }

/**
 * Reads a version of the consent wording, or of its words in another language: the headings of the layout in their
 * order, under each point its question and why it is asked. In another language the headings are translated, so that
 * their order tells them apart. What the form could not be made from is said in a sentence.
 */
export const readConsentWording = ({
  text,
  isEnglish = true,
}: {
  text: unknown
  isEnglish?: boolean
}): { forms: WordedForms } | { problem: string } => {
  const sections = sectionsOf(text)
  if ('problem' in sections) return sections
  const problem =
    misplaced({ titles: sections.map(({ title }) => title), isEnglish }) ??
    firstOf(sections.map((section, index) => poor({ section, heading: LAYOUT[index] ?? OWN_FORM })))
  if (problem !== undefined) return { problem }
  return {
    forms: {
      ofParents: formOf(sections.slice(0, PARTS.length)),
      ofThemselves: formOf(sections.slice(PARTS.length + 1)),
    },
  }
}

/** Under this heading the words of the second form begin. */
const OWN_FORM = 'For a young person of 18 or over'

const POINTS = Object.keys(WORDED_POINTS) as WordedPoint[]

/** The headings of one form, in order. */
const PARTS: readonly string[] = [
  'What we do',
  ...Object.values(WORDED_POINTS),
  'If a child is in danger',
  'Your answers',
  'What you sign',
]

/** The headings of a whole version. */
const LAYOUT: readonly string[] = [...PARTS, OWN_FORM, ...PARTS]

/** Under these headings stand two paragraphs: the question and why, or what is confirmed and what the name signs. */
const PAIRED: readonly string[] = [...Object.values(WORDED_POINTS), 'What you sign']

type Section = { title: string; paragraphs: string[] }

const sectionsOf = (text: unknown): Section[] | { problem: string } => {
  const sections: Section[] = []
  for (const node of readNodes(text)) {
    const words = wordsOf(node)
    if (!words) continue
    const last = sections.at(-1)
    if (node.type === 'heading') sections.push({ title: words, paragraphs: [] })
    else if (node.type !== 'paragraph')
      return {
        problem: `“${words.slice(0, 60)}” is a list or something else that the form cannot show. Write it as paragraphs.`,
      }
    else if (last) last.paragraphs.push(words)
    else return { problem: `“${words.slice(0, 60)}” stands before the first heading.` }
  }
  return sections
}

const misplaced = ({ titles, isEnglish }: { titles: readonly string[]; isEnglish: boolean }): string | undefined => {
  if (!isEnglish)
    return titles.length === LAYOUT.length
      ? undefined
      : `It has ${titles.length} headings; the English text has ${LAYOUT.length}.`
  const index = [...LAYOUT, undefined].findIndex((heading, place) => titles[place] !== heading)
  const expected = LAYOUT[index]
  if (index < 0) return undefined
  return expected === undefined
    ? `The heading “${titles[index] ?? ''}” is one too many.`
    : `The heading “${expected}” is missing${index > 0 ? ` after “${LAYOUT[index - 1] ?? ''}”` : ''}.`
}

const poor = ({
  section: { title, paragraphs },
  heading,
}: {
  section: Section
  heading: string
}): string | undefined => {
  if (heading === OWN_FORM) return paragraphs.length === 0 ? undefined : `Under “${title}” only headings follow.`
  if (PAIRED.includes(heading) && paragraphs.length !== 2)
    return `“${title}” needs two paragraphs: ${heading === 'What you sign' ? 'what the signer confirms, and what their name means' : 'the question, and why it is asked'}.`
  if (paragraphs.length === 0) return `There is nothing under “${title}”.`
  if (heading === 'What we do' && !paragraphs.some((words) => words.includes('{time}')))
    return `“${title}” must say how long a yes lasts. Write {time} where it stands.`
  const unknown = paragraphs
    .join(' ')
    .match(/\{[^}]*\}/g)
    ?.find((place) => !PLACES.includes(place))
  return unknown === undefined
    ? undefined
    : `The form fills in ${PLACES.join(' and ')}, and does not know “${unknown}”.`
}

const PLACES = ['{charity}', '{time}']

const formOf = (sections: readonly Section[]): WordedForm => {
  const [whatWeDo, ...rest] = sections
  const [safety, privacy, signature] = rest.slice(POINTS.length)
  return {
    whatWeDo: partOf(whatWeDo),
    items: POINTS.map((item, index) => ({
      item,
      title: rest[index]?.title ?? '',
      question: rest[index]?.paragraphs[0] ?? '',
      why: rest[index]?.paragraphs[1] ?? '',
    })),
    safety: partOf(safety),
    privacy: partOf(privacy),
    signature: {
      title: signature?.title ?? '',
      responsibility: signature?.paragraphs[0] ?? '',
      declaration: signature?.paragraphs[1] ?? '',
    },
  }
}

const partOf = (section: Section | undefined): WordedPart => ({
  title: section?.title ?? '',
  paragraphs: section?.paragraphs ?? [],
})

const firstOf = (problems: ReadonlyArray<string | undefined>): string | undefined =>
  problems.find((problem) => problem !== undefined)

/** The words of one heading or paragraph on one line. */
const wordsOf = (node: RichTextNode): string => wordsIn([node]).replaceAll(/\s+/g, ' ').trim()
