import { inflateSync } from 'node:zlib'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { withoutCameraNotes } from './cameraNotes.ts'
import { unreadable, unreadableWithin } from './unreadable.ts'

/**
 * A PDF that is whole and shows pages, and does nothing else: no password, no script, nothing that starts a programme,
 * sends a form or carries a file. What a camera wrote into its pictures is blanked where it stands. Throws `unreadable`
 * otherwise.
 */
export const checkedPdf = async (bytes: Uint8Array): Promise<Uint8Array> => {
  const file = Buffer.from(bytes)
  if (!isWhole(file)) throw notWhole()
  const said = namesIn(file)
  if (said.includes('/Encrypt')) throw locked()
  if (FORBIDDEN.test(said)) throw active()
  await openPages(bytes)
  return withoutCameraNotes(file)
}

const SMALLEST = 64
const MOST_PAGES = 200
const MOST_INFLATED = 20_000_000
const LONGEST_TAIL = 1_024

/**
 * From its header to its end: the last words name the place where the list of its objects stands, and it stands there.
 */
const isWhole = (file: Buffer): boolean => {
  if (file.length < SMALLEST || !/^%PDF-[12]\.\d/.test(file.subarray(0, 8).toString('latin1'))) return false
  const end = file.lastIndexOf('%%EOF')
  if (end === -1 || file.length - end > LONGEST_TAIL) return false
  const place = /startxref\s+(\d{1,10})\s+$/.exec(file.subarray(Math.max(0, end - 64), end).toString('latin1'))?.[1]
  if (place === undefined || Number(place) >= end) return false
  return /^\s*(xref\s|\d+\s+\d+\s+obj\b)/.test(file.subarray(Number(place), Number(place) + 40).toString('latin1'))
}

/**
 * What is written in the file, the objects that are packed together unpacked, with the names as they are meant
 * (`/#4AavaScript`).
 */
const namesIn = (file: Buffer): string => {
  const text = file.toString('latin1')
  let room = MOST_INFLATED
  const unpacked: string[] = []
  for (const { index } of text.matchAll(PACKED_OBJECTS)) {
    const ahead = text.slice(index, index + 2_100)
    const start = /stream\r?\n/.exec(ahead)
    if (!start || ahead.slice(0, start.index).includes('endobj')) continue
    const description = text.slice(Math.max(0, text.lastIndexOf(' obj', index)), index + start.index)
    const content = /\/Predictor/.test(description)
      ? undefined
      : /\/Filter/.test(description)
        ? inflated({ packed: file.subarray(index + start.index + start[0].length), most: room })
        : Buffer.alloc(0)
    if (content === undefined) throw notWhole()
    room -= content.length
    unpacked.push(content.toString('latin1'))
  }
  return [text, ...unpacked]
    .join('\n')
    .replaceAll(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** The name that stands with every stream of packed objects, each letter as it is or by its number. */
const PACKED_OBJECTS = new RegExp(
  `/${[...'First'].map((letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`).join('')}(?![A-Za-z])`,
  'gi',
)

const inflated = ({ packed, most }: { packed: Buffer; most: number }): Buffer | undefined => {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch {
    return undefined
  }
}

/** Whatever makes a reader do more than show pages. Names of fewer letters could stand in a picture by chance. */
const FORBIDDEN =
  /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|GoToE|Rendition|Sound|Movie)(?![A-Za-z])/

const openPages = async (bytes: Uint8Array): Promise<void> => {
  const loading = getDocument({
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: true,
    verbosity: 0,
  })
  try {
    const opened: PDFDocumentProxy = await loading.promise
    if (opened.numPages > MOST_PAGES)
      throw unreadable({
        reason: `This PDF has ${opened.numPages} pages; ${MOST_PAGES} is the most.`,
        nextStep: 'Scan the form alone, and choose that file.',
      })
    const [width = 0, height = 0] = (await opened.getPage(1)).view.slice(2)
    if (!(width > 0 && height > 0)) throw notWhole()
    if (await opened.hasJSActions()) throw active()
  } catch (problem) {
    if (unreadableWithin(problem)) throw problem
    throw (problem as { name?: unknown }).name === 'PasswordException' ? locked() : notWhole()
  } finally {
    await loading.destroy()
  }
}

const notWhole = (): Error =>
  unreadable({
    reason: 'This PDF is damaged, not whole, or has no page in it.',
    nextStep: 'Scan the form again, or photograph it, and choose that file.',
  })

const locked = (): Error =>
  unreadable({
    reason: 'This PDF is locked with a password.',
    nextStep: 'Save it without one, or print it and scan that.',
  })

const active = (): Error =>
  unreadable({
    reason: 'This PDF does more than show pages: it holds a script, a form that sends, or another file.',
    nextStep: 'Print it and scan that, or photograph it.',
  })
