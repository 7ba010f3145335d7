import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareTexts, countChanges, type ComparedBlock } from '../../../src/core/richText/compare.ts'

type Line = { heading: string } | { paragraph: string } | { items: string[] }
const words = (text: string, format = 0) => ({ type: 'text', text, format, version: 1 })
const textOf = (lines: readonly Line[]) => ({
  root: {
    type: 'root',
    children: lines.map((line) =>
      'heading' in line
        ? { type: 'heading', tag: 'h2', children: [words(line.heading)] }
        : 'paragraph' in line
          ? { type: 'paragraph', children: [words(line.paragraph)] }
          : {
              type: 'list',
              listType: 'bullet',
              children: line.items.map((item) => ({ type: 'listitem', children: [words(item)] })),
            },
    ),
  },
})
const compared = (earlier: readonly Line[], later: readonly Line[]) =>
  compareTexts({ earlier: textOf(earlier), later: textOf(later) })

/** A change as it is written by hand: `[-went-]`, `{+came+}`, with the words around it. */
const written = ({ kind, change, words: parts }: ComparedBlock): string =>
  change === 'added' || change === 'removed'
    ? `${change} ${kind}: ${parts.map(({ text }) => text).join('')}`
    : `${kind}: ${parts.map((part) => (part.change === 'removed' ? `[-${part.text}-]` : part.change === 'added' ? `{+${part.text}+}` : part.text)).join('')}`
const changesOf = (blocks: readonly ComparedBlock[]): string[] =>
  blocks.filter(({ change }) => change !== 'same').map(written)

test('[POL-4] words within a paragraph, paragraphs and list items that came or went, and what only moved on', () => {
  expect(
    changesOf(
      compared(
        [{ paragraph: 'Meet in a public place.' }, { items: ['be kind', 'be on time'] }],
        [
          { heading: 'Where' },
          { paragraph: 'Meet in a busy public place.' },
          { items: ['be kind', 'carry a charged phone', 'be on time'] },
        ],
      ),
    ),
  ).toEqual([
    'added heading: Where',
    'paragraph: Meet in a {+busy +}public place.',
    'added item: carry a charged phone',
  ])
  expect(
    changesOf(compared([{ paragraph: 'Ring the lead.' }], [{ paragraph: 'Ring the deputy lead at once.' }])),
  ).toEqual(['paragraph: Ring the {+deputy +}lead{+ at once+}.'])
  expect(
    changesOf(compared([{ paragraph: 'Ask Kay Sample first.' }], [{ paragraph: 'Ask Morgan Specimen first.' }])),
  ).toEqual(['paragraph: Ask [-Kay Sample-]{+Morgan Specimen+} first.'])
  expect(changesOf(compared([{ paragraph: 'Up to £50.00 a year' }], [{ paragraph: 'Up to £75.00 a year' }]))).toEqual([
    'paragraph: Up to £[-50.00-]{+75.00+} a year',
  ])
  expect(
    changesOf(compared([{ paragraph: 'Nothing alike at all' }], [{ paragraph: 'Wholly other words stand here' }])),
  ).toEqual(['removed paragraph: Nothing alike at all', 'added paragraph: Wholly other words stand here'])
})

test('[POL-4] where a link leads is part of the words; bold is not', () => {
  const linkTo = (url: string, format = 0) => ({
    root: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [words('Ask ', format), { type: 'link', fields: { url }, children: [words('here')] }],
        },
      ],
    },
  })
  expect(
    changesOf(compareTexts({ earlier: linkTo('https://one.invalid/'), later: linkTo('https://two.invalid/') })).join(),
  ).toContain('one.invalid')
  expect(
    changesOf(compareTexts({ earlier: linkTo('https://one.invalid/'), later: linkTo('https://one.invalid/', 1) })),
  ).toEqual([])
})

const PEOPLE = [
  'the volunteer',
  'the co-ordinator',
  'a committee member',
  'the parent',
  'the safeguarding lead',
  'the meeting confirmer',
]
const DEEDS = [
  'agrees the time and the place of each meeting in writing',
  'writes a log on the day itself and sends it',
  'speaks with the family before anything is planned',
  'looks at the goals again every six weeks',
  'keeps what was said within the programme',
  'tells the committee when something is beyond them',
]
const REASONS = [
  'so that nobody is surprised',
  'because a child must be able to rely on it',
  'as the committee has decided',
  'unless somebody is in danger now',
  'and notes down what came of it',
  'which takes a few minutes only',
]

/** A policy of ten pages: 10 sections of 12 paragraphs and a list, some 5,000 words, no paragraph twice. */
const tenPages = (): Line[] =>
  Array.from({ length: 10 }, (_, section): Line[] => [
    { heading: `Section ${section + 1}: ${DEEDS[section % 6]}` },
    ...Array.from({ length: 12 }, (__, nth): Line => {
      const at = (shift: number) => (section * 7 + nth * 5 + shift) % 6
      return {
        paragraph: `In case ${section + 1}.${nth + 1} ${PEOPLE[at(0)]} ${DEEDS[at(1)]}, ${REASONS[at(2)]}. Then ${PEOPLE[at(3)]} ${DEEDS[at(4)]}, ${REASONS[at(5)]}. It is looked at again after ${(nth % 5) + 2} weeks by ${PEOPLE[at(2)]}.`,
      }
    }),
    {
      items: Array.from(
        { length: 4 },
        (__, nth) =>
          `point ${section + 1}.${nth + 1}: ${PEOPLE[(section + nth) % 6]} ${DEEDS[(section * 2 + nth) % 6]}`,
      ),
    },
  ]).flat()

/** Thirty edits by hand: the section (1 to 10) and paragraph (1 to 12), what stands there, and what shall. */
const REWORDED: ReadonlyArray<[section: number, nth: number, went: string, came: string]> = [
  [1, 1, 'In case', 'In the case'],
  [1, 5, 'weeks', 'school weeks'],
  [1, 12, 'looked at again', 'reviewed'],
  [2, 2, 'It is', 'This is'],
  [2, 9, 'after 5 weeks', 'after 6 weeks'],
  [3, 3, 'In case 3.3', 'In case 3.3, and only then,'],
  [3, 7, 'again ', ''],
  [4, 4, 'Then', 'Afterwards'],
  [4, 11, 'It is looked at again after 2 weeks by', 'Nobody needs to look at it again but'],
  [5, 1, 'weeks', 'days'],
  [5, 6, 'In case', 'Where it comes to case'],
  [6, 8, 'Then', 'Then, at once,'],
  [6, 12, 'after 3 weeks', 'soon after'],
  [7, 2, 'looked at', 'checked'],
  [7, 10, 'It', 'All of it'],
  [8, 5, 'weeks', 'weeks (not counting holidays)'],
  [8, 9, 'Then', 'Only then'],
  [9, 3, 'again', 'once more'],
  [10, 6, 'In case', 'In no case but'],
  [10, 12, 'weeks', 'working weeks'],
]
const REMOVED: ReadonlyArray<[section: number, nth: number]> = [
  [2, 5],
  [5, 9],
  [7, 7],
  [9, 12],
]
const ADDED: ReadonlyArray<[section: number, after: number, paragraph: string]> = [
  [1, 8, 'A lift is never given without the consent of the parents, and it is written down each time.'],
  [4, 1, 'Photographs are taken by nobody.'],
  [6, 3, 'Gifts are given by nobody; there is the grant scheme.'],
  [10, 2, 'Whoever is in danger now rings 999 first.'],
]

test('[POL-4] a policy of ten pages with thirty edits: exactly the list made by hand, within 100 ms', () => {
  const earlier = tenPages()
  const placeOf = (section: number, nth: number): number => (section - 1) * 14 + nth
  const later: Line[] = []
  const expected: string[] = []
  earlier.forEach((line, place) => {
    const [section, nth] = [Math.floor(place / 14) + 1, place % 14]
    if (REMOVED.some(([gone, which]) => placeOf(gone, which) === place) && 'paragraph' in line) {
      expected.push(`removed paragraph: ${line.paragraph}`)
    } else {
      const reworded = REWORDED.find(([changed, which]) => changed === section && which === nth)
      if (reworded && 'paragraph' in line) {
        const [, , went, came] = reworded
        if (!line.paragraph.includes(went)) throw new Error(`“${went}” does not stand in ${section}.${nth}.`)
        const paragraph = line.paragraph.replace(went, came)
        expected.push(`${section}.${nth}: ${paragraph}`)
        later.push({ paragraph })
      } else if (section === 3 && 'items' in line) {
        expected.push(`added item: point 3.5: nobody is left out`)
        later.push({ items: [...line.items, 'point 3.5: nobody is left out'] })
      } else if (section === 8 && 'items' in line) {
        expected.push(`removed item: ${line.items[1]}`)
        later.push({ items: line.items.filter((_, index) => index !== 1) })
      } else later.push(line)
    }
    const added = ADDED.find(([of, after]) => of === section && after === nth)
    if (added) {
      expected.push(`added paragraph: ${added[2]}`)
      later.push({ paragraph: added[2] })
    }
  })
  expect(expected).toHaveLength(30)

  const [before, after] = [textOf(earlier), textOf(later)]
  compareTexts({ earlier: before, later: after })
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now()
    compareTexts({ earlier: before, later: after })
    return performance.now() - began
  })
  const blocks = compareTexts({ earlier: before, later: after })
  expect(countChanges(blocks)).toBe(30)
  const found = blocks.filter(({ change }) => change !== 'same')
  expect(
    found.map((block) =>
      block.change === 'changed' ? `${sectionIn(block)}: ${sideOf(block, 'removed')}` : written(block),
    ),
  ).toEqual(expected)
  // What changed inside each of the reworded paragraphs is no more than the words of the list, and the spaces beside
  // them.
  for (const [index, block] of found.filter(({ change }) => change === 'changed').entries()) {
    const [, , went = '', came = ''] = REWORDED[index] ?? []
    const within = (change: 'added' | 'removed', text: string) =>
      block.words.filter((part) => part.change === change).every((part) => ` ${text} `.includes(part.text.trim()))
    expect([index, within('removed', went), within('added', came)]).toEqual([index, true, true])
  }
  expect(Math.min(...times)).toBeLessThan(100)
})

const sideOf = ({ words: parts }: ComparedBlock, without: 'added' | 'removed'): string =>
  parts
    .filter(({ change }) => change !== without)
    .map(({ text }) => text)
    .join('')
const sectionIn = (block: ComparedBlock): string => /\d+\.\d+/.exec(sideOf(block, 'removed'))?.[0] ?? ''

test('[POL-4] whatever the two texts, the one side reads as the earlier, the other as the later, and the same text has no change', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc
      .array(fc.constantFrom('the', 'volunteer', 'meets', 'a', 'child', '–', 'and', ' ', '.'), { maxLength: 12 })
      .map((parts) => parts.join(' ')),
  )
  const text = fc.array(line, { maxLength: 12 })
  const linesOf = (texts: string[]): Line[] => texts.map((paragraph) => ({ paragraph }))
  const read = (blocks: ComparedBlock[], without: 'added' | 'removed') =>
    blocks
      .map((block) => sideOf(block, without))
      .filter((side) => side.trim())
      .join('\n')
  const plain = (texts: string[]) => texts.filter((each) => each.trim()).join('\n')
  fc.assert(
    fc.property(text, text, (one, other) => {
      const blocks = compared(linesOf(one), linesOf(other))
      expect(read(blocks, 'added')).toBe(plain(one))
      expect(read(blocks, 'removed')).toBe(plain(other))
      expect(countChanges(compared(linesOf(one), linesOf(one)))).toBe(0)
    }),
    { numRuns: 300 },
  )
})
