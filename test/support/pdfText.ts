import { inflateSync } from 'node:zlib'

/**
 * What stands on the pages of one of our PDFs: each piece of text as it is drawn, from left to right, read back through
 * the fonts' own tables; how many signs are drawn as empty boxes; and what a screen reader is told in place of signs
 * that are shaped or given as numbers.
 */
export const textInPdf = (file: Buffer): { pieces: string[]; boxes: number; spoken: string[]; languages: string[] } => {
  const text = file.toString('latin1')
  const tables = new Map(
    [...text.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [
      name,
      lettersOf({ text, file, font }),
    ]),
  )
  const pieces: string[] = []
  let boxes = 0
  for (const content of contentsOf({ text, file })) {
    let letters = new Map<string, string>()
    for (const [, font, drawn] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (font !== undefined) letters = tables.get(font) ?? new Map()
      else {
        const signs = [...(drawn ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
        boxes += signs.filter((sign) => sign === '0000').length
        pieces.push(signs.map((sign) => letters.get(sign) ?? '').join(''))
      }
    }
  }
  return {
    pieces,
    boxes,
    spoken: [...text.matchAll(/\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/g)].map(([, words = '']) => wordsOf(words)),
    languages: [...text.matchAll(/\/Lang \(([\w-]+)\)/g)].map(([, language = '']) => language),
  }
}

type Given = { text: string; file: Buffer }

const objectAt = ({ text, number }: { text: string; number: string }): number =>
  text.search(new RegExp(`(?:^|\\n)${number} 0 obj\\b`))

const streamAt = ({ text, file, from }: Given & { from: number }): string => {
  const start = text.indexOf('stream\n', from)
  const length = Number(/\/Length (\d+)/.exec(text.slice(from, start))?.[1])
  const body = file.subarray(start + 7, start + 7 + length)
  return (text.slice(from, start).includes('FlateDecode') ? inflateSync(body) : body).toString('latin1')
}

const contentsOf = ({ text, file }: Given): string[] =>
  [...text.matchAll(/\/Contents (\d+) 0 R/g)].map(([, number = '']) =>
    streamAt({ text, file, from: objectAt({ text, number }) }),
  )

const lettersOf = ({ text, file, font }: Given & { font: string }): Map<string, string> => {
  const at = objectAt({ text, number: font })
  const number = /\/ToUnicode (\d+) 0 R/.exec(text.slice(at, text.indexOf('endobj', at)))?.[1]
  if (number === undefined) throw new Error('A font of this PDF does not say which letters its signs stand for.')
  const letters = new Map<string, string>()
  for (const [, from = '', list = ''] of streamAt({ text, file, from: objectAt({ text, number }) }).matchAll(
    /<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g,
  ))
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, code = ''], index) =>
      letters.set(
        (parseInt(from, 16) + index).toString(16).padStart(4, '0'),
        String.fromCharCode(...(code.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16))),
      ),
    )
  return letters
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string of the format: its signs escaped, in UTF-16 where it says so. */
const wordsOf = (written: string): string => {
  const bytes = Buffer.from(
    written.replaceAll(/\\([\s\S])/g, (_all, sign: string) => ESCAPES[sign] ?? sign),
    'latin1',
  )
  return bytes[0] === 0xfe && bytes[1] === 0xff
    ? bytes.subarray(2).swap16().toString('utf16le')
    : bytes.toString('latin1')
}
