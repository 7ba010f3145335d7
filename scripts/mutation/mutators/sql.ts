import ts from 'typescript'
import type { Change } from '../mutant.ts'

/** Changes of the statements that are sent to the database, in which many a last day and a lock stand. */
export const sqlChanges = (node: ts.Node): Change[] => {
  if (ts.isNoSubstitutionTemplateLiteral(node) || ts.isStringLiteral(node))
    return isSql(node.text) ? changesIn(node) : []
  if (!ts.isTemplateExpression(node) || !isSql(node.getText())) return []
  return [node.head, ...node.templateSpans.map(({ literal }) => literal)].flatMap(changesIn)
}

const isSql = (text: string): boolean =>
  /\b(select|where|exists|insert into|update [a-z_]+ set|delete from|join|is null|is not null|case when)\b|\.[a-z_]+ (=|<>|<=|>=|in) /.test(
    text,
  ) && !/^[`'"]?[A-Z][a-z]+ /.test(text)

const REPLACED: ReadonlyArray<{ found: RegExp; to: string; kind: string }> = [
  { found: /<=/g, to: '<', kind: 'a boundary moved in a statement' },
  { found: />=/g, to: '>', kind: 'a boundary moved in a statement' },
  { found: /(?<![<>=@-])<(?![=>@])/g, to: '<=', kind: 'a boundary moved in a statement' },
  { found: /(?<![<>=@-])>(?![=>])/g, to: '>=', kind: 'a boundary moved in a statement' },
  { found: /<>/g, to: '=', kind: 'a comparison turned round in a statement' },
  { found: /(?<= )=(?= ')/g, to: '<>', kind: 'a comparison turned round in a statement' },
  { found: /\bis not null\b/g, to: 'is null', kind: 'a comparison turned round in a statement' },
  { found: /\bis null\b/g, to: 'is not null', kind: 'a comparison turned round in a statement' },
  { found: /\bis distinct from\b/g, to: 'is not distinct from', kind: 'a comparison turned round in a statement' },
  { found: /\bnot exists\b/g, to: 'exists', kind: 'a comparison turned round in a statement' },
  { found: /(?<!not )\bexists\b/g, to: 'not exists', kind: 'a comparison turned round in a statement' },
  {
    found: /\bfor (no key )?(update|share)( of [a-z]+)?( skip locked)?\b/g,
    to: '',
    kind: 'a lock left out of a statement',
  },
  { found: /(?<!between \S+) and /g, to: ' or ', kind: '“and” and “or” exchanged in a statement' },
  { found: / or /g, to: ' and ', kind: '“and” and “or” exchanged in a statement' },
  { found: / desc\b/g, to: '', kind: 'an order turned round in a statement' },
  { found: /\+(?= (1|interval)\b)/g, to: '-', kind: 'a sum turned round in a statement' },
]

const changesIn = (node: ts.Node): Change[] => {
  const text = node.getText()
  const start = node.getStart()
  return [
    ...REPLACED.flatMap(({ found, to, kind }) =>
      [...text.matchAll(found)].map((match) => ({
        start: start + match.index,
        end: start + match.index + match[0].length,
        replacement: to,
        kind,
      })),
    ),
    ...membersIn({ text, start }),
  ]
}

/** A list of words in a statement, each word left out in its turn. */
const membersIn = ({ text, start }: { text: string; start: number }): Change[] =>
  [...text.matchAll(/\bin \(('[^']*'(?:, ?'[^']*')+)\)/g)].flatMap((list) => {
    const members = list[1]?.match(/'[^']*'/g) ?? []
    const from = start + list.index + 'in ('.length
    return members.map((left) => ({
      start: from,
      end: from + (list[1] ?? '').length,
      replacement: members.filter((member) => member !== left).join(', '),
      kind: 'a member of a list left out of a statement',
    }))
  })
