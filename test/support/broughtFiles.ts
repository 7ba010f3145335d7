import { crc32 } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'

/**
 * A workbook of one sheet, as small as it gets: `rows` and `strings` are the XML of the sheet and of the texts that
 * cells share.
 */
export const aWorkbook = ({ rows, strings = '' }: { rows: string; strings?: string }): Buffer =>
  workbookOf({ sheets: [{ name: 'List', rows }], strings })

/**
 * A workbook of several sheets. `state` is how a sheet is hidden, `before` and `after` stand around its rows, and
 * `formats` are the numbers of the formats that its styles show dates in, from style 0.
 */
export const workbookOf = ({
  sheets,
  strings = '',
  formats = [],
}: {
  sheets: ReadonlyArray<{ name: string; rows: string; state?: string; before?: string; after?: string }>
  strings?: string
  formats?: readonly number[]
}): Buffer => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name, state }, index) => `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_sheet, index) => `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId98" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="rId99" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs count="${formats.length + 1}">${[0, ...formats].map((format) => `<xf numFmtId="${format}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, before = '', after = '' }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
      ]),
    ),
  }
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { level: 9 }),
  )
}

/** A row of cells from column A; a number is a date in the style given, or a bare number. `hidden` as a filter hides it. */
export const aRow = (
  row: number,
  cells: ReadonlyArray<string | { number: number; style?: number }>,
  { hidden = false }: { hidden?: boolean } = {},
): string =>
  `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${cells
    .map((cell, index) => {
      const address = `${String.fromCharCode(65 + index)}${row}`
      if (cell === '') return ''
      return typeof cell === 'string'
        ? `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`
        : `<c r="${address}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`
    })
    .join('')}</row>`

/** One cell with a text in it, in a row of its own. */
export const aCell = (address: string, text: string): string =>
  `<row r="${/\d+/.exec(address)?.[0] ?? ''}"><c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>`

/**
 * A PDF of one page that says `words`; `catalog` and `page` are written into those objects, `objects` follow from the
 * number 5.
 */
export const aPdf = ({
  words = 'An invented form',
  catalog = '',
  page = '',
  objects = [],
  trailer = '',
}: {
  words?: string
  catalog?: string
  page?: string
  objects?: Array<string | Buffer>
  trailer?: string
} = {}): Buffer => {
  const content = `BT /F1 12 Tf 20 100 Td (${words}) Tj ET`
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...objects,
  ]
  const places: number[] = []
  let file = Buffer.from('%PDF-1.7\n', 'latin1')
  for (const [index, object] of all.entries()) {
    places.push(file.length)
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
  }
  const table = ['0000000000 65535 f ', ...places.map((place) => `${String(place).padStart(10, '0')} 00000 n `)].join(
    '\n',
  )
  return Buffer.concat([
    file,
    Buffer.from(
      `xref\n0 ${all.length + 1}\n${table}\ntrailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${file.length}\n%%EOF\n`,
    ),
  ])
}

/** A photograph as a phone makes it: lying on its side, with the place in it, twice. */
export const aPhotograph = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#c33' } })
    .composite([{ input: { create: { width: 60, height: 20, channels: 3, background: '#33c' } }, gravity: 'north' }])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .withExif({
      IFD0: { Make: 'Invented Phones' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '0/1 7/1 0/1' },
    })
    .withXmp(
      '<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="51,30N"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>',
    )
    .toBuffer()

/** A small picture with nothing to it. */
export const aPicture = (kind: 'png' | 'jpeg' | 'webp' | 'gif' | 'tiff'): Promise<Buffer> =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#3a3' } })
    .toFormat(kind)
    .toBuffer()

/** A PNG that says it is `width` × `height` points large, whatever is in it. */
export const aPngOf = async ({ width, height }: { width: number; height: number }): Promise<Buffer> => {
  const file = Buffer.from(await aPicture('png'))
  file.writeUInt32BE(width, 16)
  file.writeUInt32BE(height, 20)
  file.writeUInt32BE(crc32(file.subarray(12, 29)), 29)
  return file
}
