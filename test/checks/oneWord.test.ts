import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import ts from 'typescript'

// Whoever reads two words for one thing looks for two things. Here stands which word it is, for what people read: pages,
// buttons, tags, messages, the panel.
const root = fileURLToPath(new URL('../..', import.meta.url))

/** A word that is not said, what is said in its place, and where the other word belongs all the same. */
const WORDS: ReadonlyArray<{ not: RegExp; say: string; but?: RegExp }> = [
  // The committee's sheet has this heading, on the screen and on paper [ELG-6].
  { not: /\bmentors?\b/i, say: 'volunteer', but: /^(Mentor assigned|mentor|Mentor|mentor “|Is the mentor)$/ },
  {
    not: /\btentative(ly)?\b|\bwaiting to be confirmed\b|\bawaiting confirmation\b|\bunconfirmed\b/i,
    say: 'to be confirmed',
  },
  { not: /\bcancel(l?ed|ling|lation)\b/i, say: 'called off' },
  { not: /\bmentees?\b/i, say: 'child' },
  { not: /\bSVs?\b/, say: 'volunteer' },
  { not: /\bsession logs?\b/i, say: 'log' },
]

/** What another area's own words are about, and words that people write or read beside ours. */
const BESIDE: ReadonlyArray<{ file: RegExp; why: string }> = [
  { file: /^src\/(sample\/polishWording|programme\/people\/parentWords\/(polish|urdu))\.ts$/, why: 'another language' },
  { file: /columns\.ts$/, why: 'headings that a charity’s own sheets have' },
]

const FOLDERS = ['emails', 'src/admin', 'src/programme', 'src/sample', 'src/web']

const textsOf = (file: ts.SourceFile): string[] => {
  const found: string[] = []
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return
    // Keys, file names, SQL and addresses are no words that people read.
    if (ts.isPropertyAssignment(node)) return walk(node.initializer)
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    if (ts.isJsxText(node)) found.push(node.text)
    ts.forEachChild(node, walk)
  }
  walk(file)
  return found.map((text) => text.trim())
}

/** A sentence, a heading, a button: it begins with a capital letter or has more than one word, and is no SQL. */
const isRead = (text: string): boolean =>
  (/^\p{Lu}/u.test(text) || /[ ’]/.test(text)) &&
  !/\b(select|from|where|join|case when|lower|coalesce)\b.*[=(."]|::text/is.test(text)

test('one thing has one word in all that people read', async () => {
  const said: string[] = []
  let read = 0
  for (const folder of FOLDERS)
    for (const name of await readdir(join(root, folder), { recursive: true })) {
      const path = `${folder}/${name}`
      if (!/\.tsx?$/.test(name) || BESIDE.some(({ file }) => file.test(path))) continue
      const file = ts.createSourceFile(name, await readFile(join(root, path), 'utf8'), ts.ScriptTarget.Latest, true)
      for (const text of textsOf(file).filter(isRead)) {
        read += 1
        for (const { not, say, but } of WORDS)
          if (not.test(text) && !but?.test(text)) said.push(`${path}: “${text.slice(0, 120)}”: say ${say}`)
      }
    }
  expect(read).toBeGreaterThan(2_000)
  expect(said).toEqual([])
})
