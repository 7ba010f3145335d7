/** What a page of a workbook looks like beside the words in it; rows and columns counted from 0. */
export type Layout = {
  hiddenRows: number[]
  hiddenColumns: number[]
  /** Cells that are one over several rows: the words stand in the first row of them alone. */
  merged: Array<{ column: number; from: number; until: number }>
  /** Days that are shown without their year, or without their day, as a spreadsheet makes them of “7/8” and “10/14”. */
  partDays: Map<string, PartDay>
}

/** Which part of a date is shown. */
export type PartDay = 'no-year' | 'no-day'

/** A page of a workbook by its name, whether people see it, and the part of the archive in which it lies. */
export type Page = { name: string; isHidden: boolean; part: string }

/** The pages of a workbook in their order, of what the archive says of them. */
export const pagesOf = ({ workbook, relations }: { workbook: string; relations: string }): Page[] => {
  const parts = new Map(
    tags(relations, 'Relationship').map((tag) => [attribute(tag, 'Id'), attribute(tag, 'Target') ?? '']),
  )
  return tags(workbook, 'sheet').map((tag) => {
    const target = parts.get(attribute(tag, '(?:\\w{1,20}:)?id')) ?? ''
    return {
      name: plainXml(attribute(tag, 'name') ?? ''),
      isHidden: /hidden/i.test(attribute(tag, 'state') ?? ''),
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    }
  })
}

/** Which of the styles of a workbook show a part of a date, by their number. */
export const partDayStyles = (styles: string): Map<string, PartDay> => {
  const codes = new Map(
    tags(styles, 'numFmt').map((tag) => [
      attribute(tag, 'numFmtId') ?? '',
      plainXml(attribute(tag, 'formatCode') ?? ''),
    ]),
  )
  const cells = /<(?:\w{1,20}:)?cellXfs\b[\s\S]*?<\/(?:\w{1,20}:)?cellXfs>/.exec(styles)?.[0] ?? ''
  const found = new Map<string, PartDay>()
  for (const [place, tag] of tags(cells, 'xf').entries()) {
    const id = attribute(tag, 'numFmtId') ?? ''
    const shows = partShown(codes.get(id) ?? BUILT_IN[id] ?? '')
    if (shows) found.set(String(place), shows)
  }
  return found
}

/** The layout of one page, of its XML and the styles that show a part of a date. */
export const layoutOf = ({ xml, styles }: { xml: string; styles: ReadonlyMap<string, PartDay> }): Layout => ({
  hiddenRows: tags(xml, 'row').flatMap((tag) => {
    const row = Number(attribute(tag, 'r'))
    return isTrue(attribute(tag, 'hidden')) && row > 0 ? [row - 1] : []
  }),
  hiddenColumns: tags(xml, 'col').flatMap((tag) => {
    const [first, last] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]
    return isTrue(attribute(tag, 'hidden')) && first > 0
      ? Array.from({ length: Math.max(0, Math.min(last, MOST_COLUMNS) - first + 1) }, (_, place) => first - 1 + place)
      : []
  }),
  merged: tags(xml, 'mergeCell').flatMap((tag) => {
    const [, column = '', from = '', until = ''] = RANGE.exec(attribute(tag, 'ref') ?? '') ?? []
    return Number(until) > Number(from)
      ? [{ column: columnNumber(column) - 1, from: Number(from) - 1, until: Number(until) - 1 }]
      : []
  }),
  partDays: new Map(
    styles.size === 0
      ? []
      : tags(xml, 'c').flatMap((tag) => {
          const shows = styles.get(attribute(tag, 's') ?? '')
          const [, column = '', row = ''] = ADDRESS.exec(attribute(tag, 'r') ?? '') ?? []
          return shows && column !== '' ? [[`${Number(row) - 1}:${columnNumber(column) - 1}`, shows] as const] : []
        }),
  ),
})

/** The number of a column, “A” being 1. */
export const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const MOST_COLUMNS = 256
const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?[A-Z]{1,3}\$?(\d{1,7})$/i
const ADDRESS = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i

/** “d-mmm” and “mmm-yy”, as Excel numbers them. */
const BUILT_IN: Readonly<Record<string, string>> = { 16: 'd-mmm', 17: 'mmm-yy' }

const partShown = (code: string): PartDay | undefined => {
  const letters = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase()
  if (!letters.includes('m') || /[hs]/.test(letters)) return undefined
  if (letters.includes('d')) return letters.includes('y') ? undefined : 'no-year'
  return letters.includes('y') ? 'no-day' : undefined
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w{1,20}:)?${name}\\s[^<>]{0,2000}>`, 'g'))].map(([tag]) => tag)

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}\\s?=\\s?(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found?.[1] ?? found?.[2]
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

const plainXml = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
