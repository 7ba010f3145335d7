import { inflateSync } from 'node:zlib'

/**
 * Every name in a PDF's own structure (keys, types, kinds of actions), as a reader understands it: strings, comments
 * and the streams of drawn text are passed over by the format's own rules, names are decoded, packed objects unpacked.
 * Throws where the file is not what it says it is.
 */
export const namesInPdf = (file: Buffer): Set<string> => {
  const text = file.toString('latin1')
  const names = new Set<string>()
  let at = 0
  let inObject: string[] = []
  let length = Number.NaN
  const readRegular = (): string => {
    const from = at
    while (at < text.length && !/[\s()<>[\]{}/%]/.test(text[at] ?? '')) at += 1
    return text.slice(from, at)
  }
  const skipString = (): void => {
    for (let depth = 0; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1
      else if (text[at] === '(') depth += 1
      else if (text[at] === ')' && --depth === 0) break
    }
    at += 1
  }
  const skipStream = (): void => {
    at += text.startsWith('\r\n', at) ? 2 : 1
    const body = file.subarray(at, at + length)
    at += length
    if (!/^\s*endstream\b/.test(text.slice(at, at + 20)))
      throw new Error(`A stream of this PDF does not end where it says, at ${at}.`)
    if (inObject.includes('ObjStm'))
      for (const name of namesInPdf(inObject.includes('FlateDecode') ? inflateSync(body) : body)) names.add(name)
  }
  while (at < text.length) {
    const sign = text[at] ?? ''
    if (sign === '%') at = Math.max(text.indexOf('\n', at), at) + 1
    else if (sign === '(') skipString()
    else if (text.startsWith('<<', at)) at += 2
    else if (sign === '<') at = text.indexOf('>', at) + 1 || text.length
    else if (sign === '/') {
      at += 1
      const name = readRegular().replaceAll(/#([0-9a-f]{2})/gi, (_all, code: string) =>
        String.fromCharCode(parseInt(code, 16)),
      )
      names.add(name)
      inObject.push(name)
      if (name === 'Length') length = Number(/^\s*(\d+)(?!\s+\d+\s+R)/.exec(text.slice(at, at + 40))?.[1])
    } else if (/[\s>[\]{})]/.test(sign)) at += 1
    else {
      const word = readRegular()
      if (word === 'obj') inObject = []
      if (word === 'stream') skipStream()
    }
  }
  return names
}
