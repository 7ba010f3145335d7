/**
 * A text written plainly as the rich text that the panel's editor keeps: a line that begins with “# ” is a heading,
 * lines that begin with “- ” are a list, every other line is a paragraph. Empty lines are left out.
 */
export const richTextOf = (plain: string): Record<string, unknown> => {
  const children: Array<Record<string, unknown>> = []
  for (const line of plain
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean)) {
    const last = children.at(-1)
    if (line.startsWith('# ')) children.push({ ...block, type: 'heading', tag: 'h2', children: [words(line.slice(2))] })
    else if (!line.startsWith('- '))
      children.push({ ...block, type: 'paragraph', textFormat: 0, textStyle: '', children: [words(line)] })
    else if (last?.type === 'list')
      (last.children as unknown[]).push(item({ text: line.slice(2), value: (last.children as unknown[]).length + 1 }))
    else
      children.push({
        ...block,
        type: 'list',
        listType: 'bullet',
        tag: 'ul',
        start: 1,
        children: [item({ text: line.slice(2), value: 1 })],
      })
  }
  return { root: { ...block, type: 'root', children } }
}

const block = { version: 1, format: '', indent: 0, direction: 'ltr' }

const words = (text: string) => ({ type: 'text', version: 1, text, format: 0, style: '', mode: 'normal', detail: 0 })

const item = ({ text, value }: { text: string; value: number }) => ({
  ...block,
  type: 'listitem',
  value,
  children: [words(text)],
})
