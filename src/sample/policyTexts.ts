/** One paragraph or heading of a sample policy. */
export type PolicyLine = { heading: string } | { paragraph: string } | { list: readonly string[] }

/** The documents that every volunteer accepts, in short plain words for trying the programme out. A charity adopts its own. */
export const SAMPLE_POLICIES: ReadonlyArray<{ kind: string; title: string; lines: readonly PolicyLine[] }> = [
  {
    kind: 'mentoring-policy',
    title: 'Mentoring policy',
    lines: [
      { heading: 'What mentoring is' },
      { paragraph: 'A child who is facing something hard meets one trusted adult, one to one, for a time that the committee sets. There are clear goals, and we look at them together again and again.' },
      { heading: 'How we meet' },
      { list: ['A meeting is agreed with the parent or carer first, never with the child.', 'We meet in public places where we can be seen and heard.', 'A cinema or theatre needs a second volunteer.', 'A meeting goes ahead only when the meeting confirmer has confirmed it.', 'After each meeting the volunteer writes a log.'] },
      { heading: 'What mentoring is not' },
      { paragraph: 'Volunteers are not therapists, social workers, counsellors or parents. When something is beyond you, tell the committee.' },
    ],
  },
  {
    kind: 'code-of-conduct',
    title: 'Code of conduct for volunteers',
    lines: [
      { heading: 'I will' },
      { list: ['be on time and carry a charged phone', 'listen, and let the child set the pace', 'keep contact with the parents in writing', 'report any worry at once'] },
      { heading: 'I will not' },
      { list: ['give gifts', 'contact the child directly', 'meet at a home one to one', 'share anybody’s home address', 'promise to keep a secret about harm'] },
    ],
  },
  {
    kind: 'confidentiality-agreement',
    title: 'Confidentiality agreement',
    lines: [
      { paragraph: 'What I learn about a child and their family stays within the programme. I read it only while I am matched with them.' },
      { paragraph: 'I do not talk about it at home, with friends or online, and I keep no copies.' },
      { paragraph: 'I pass on a worry about a child’s safety at once. That is never a breach of this agreement.' },
    ],
  },
]

/** Lines as the rich text that the panel's editor keeps. */
export const asRichText = (lines: readonly PolicyLine[]): Record<string, unknown> => ({
  root: { type: 'root', version: 1, format: '', indent: 0, direction: 'ltr', children: lines.map(nodeOf) },
})

const words = (text: string) => ({ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 })

const block = { version: 1, format: '', indent: 0, direction: 'ltr' }

const nodeOf = (line: PolicyLine): Record<string, unknown> => {
  if ('heading' in line) return { ...block, type: 'heading', tag: 'h2', children: [words(line.heading)] }
  if ('paragraph' in line) return { ...block, type: 'paragraph', textFormat: 0, textStyle: '', children: [words(line.paragraph)] }
  return { ...block, type: 'list', listType: 'bullet', tag: 'ul', start: 1, children: line.list.map((text, index) => ({ ...block, type: 'listitem', value: index + 1, children: [words(text)] })) }
}
