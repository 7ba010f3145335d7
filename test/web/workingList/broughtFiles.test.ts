// Files that people bring, made by somebody who means harm: what is said of them, what is kept, and what everybody else
// notices.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'
import supertest from 'supertest'
import { actingIn } from '../../support/acting.ts'
import { servedApp } from '../../support/app.ts'
import { aCell, aPdf, aPhotograph, aPicture, aPngOf, aWorkbook } from '../../support/broughtFiles.ts'
import { aChild, aPerson } from '../../support/people.ts'
import { testProgramme, type TestProgramme } from '../../support/programme.ts'
import { wordsOf } from '../../support/visitor.ts'

let programme: TestProgramme
let served: Awaited<ReturnType<typeof servedApp>>
let cookies: string[]
let capture: string
const { create } = actingIn(() => programme)

beforeAll(async () => {
  programme = await testProgramme()
  served = await servedApp({ programme })
  const people = [
    await aPerson({ ...programme, roles: ['co-ordinator'] }),
    await aPerson({ ...programme, roles: ['committee'] }),
  ]
  cookies = await Promise.all(people.map(async (person) => (await programme.signIn(person)).cookie))
  const child = await aChild(programme)
  const entered = await create({
    by: people[0] ?? '',
    collection: 'consent-captures',
    fields: {
      child: child.id,
      guardian: child.guardianId,
      method: 'paper',
      decidedOn: '2026-03-02',
      signedName: 'Alex Testerton',
      signedRelationship: 'Mother',
      saysResponsible: true,
      takingPart: 'yes',
      meetings: 'yes',
    },
  })
  capture = entered.id
})
afterAll(async () => {
  await served.server.stop({ graceMilliseconds: 500 })
})
beforeEach(async () => {
  await programme.query('delete from rate_limits')
})

const bring = (list: Buffer | string, person = 0) =>
  supertest(served.app)
    .post('/working-list/import/check')
    .set('Cookie', cookies[person] ?? '')
    .set('Origin', served.publicUrl)
    .attach('list', Buffer.from(list), 'list.xlsx')
const scan = (bytes: Buffer) =>
  supertest(served.app)
    .post(`/consent-scans/${capture}`)
    .set('Cookie', cookies[0] ?? '')
    .set('Origin', served.publicUrl)
    .attach('scan', bytes, 'scan.pdf')
const kept = async (kind: string): Promise<Buffer> =>
  (
    await programme.query<{ bytes: Buffer }>(
      'select bytes from consent_scans where capture_id = $1 and media_type = $2',
      [capture, kind],
    )
  )[0]?.bytes ?? Buffer.alloc(0)
const countKept = async (): Promise<number> =>
  (await programme.query<{ n: number }>('select count(*)::int as n from consent_scans'))[0]?.n ?? -1
const readers = async (): Promise<number> =>
  (await promisify(execFile)('ps', ['-eo', 'ppid=,args='])).stdout
    .split('\n')
    .filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes('run.mjs fileReader')).length

/** Asks for a page over and over while something else goes on; how long the slowest answer took. */
const slowestWhile = async (work: Promise<unknown>): Promise<number> => {
  const over = work.then(
    () => true,
    () => true,
  )
  let slowest = 0
  for (
    let isOver = false;
    !isOver;
    isOver = await Promise.race([over, new Promise<boolean>((settle) => setTimeout(() => settle(false), 20))])
  ) {
    const startedAt = performance.now()
    expect((await fetch(`${served.publicUrl}/health/live`)).status).toBe(200)
    slowest = Math.max(slowest, performance.now() - startedAt)
  }
  return slowest
}

/** The reader makes room for every cell up to the last corner, until it is ended. */
const aGreedyList = () =>
  aWorkbook({ rows: `<row r="1048576"><c r="&#88;FD1048576" t="inlineStr"><is><t>x</t></is></c></row>` })

describe('[ELG-6] a list that asks for more than there is', () => {
  const first =
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="B1" t="inlineStr"><is><t>Age</t></is></c></row>'
  test.each<[string, () => Buffer | string, string]>([
    [
      'one cell in the last corner',
      () => aWorkbook({ rows: aCell('XFD1048576', 'x') }),
      'Something stands in cell XFD1048576, far beside the list',
    ],
    [
      'one cell in the last row',
      () => aWorkbook({ rows: first + aCell('A1048576', 'x') }),
      'Something stands in cell A1048576, far under the list',
    ],
    ['a corner that is written in another way', aGreedyList, 'far larger inside than a list can be'],
    [
      '30 MB of blanks',
      () => aWorkbook({ rows: first + aCell('A2', ' '.repeat(30_000_000)) }),
      'far larger inside than it looks',
    ],
    [
      '11 MB of blanks, which are nothing once they are read',
      () => aWorkbook({ rows: first + aCell('A2', ' '.repeat(11_000_000)) }),
      'A cell of the workbook is far longer inside than it looks',
    ],
    [
      'a text of blanks beside the cells',
      () => aWorkbook({ rows: first, strings: `<si><t>${' '.repeat(11_000_000)}</t></si>` }),
      'A cell of the workbook is far longer inside than it looks',
    ],
    [
      'a cell longer than any',
      () => aWorkbook({ rows: first + aCell('A2', 'x'.repeat(40_000)) }),
      'Row 2 has a cell of 40000 letters; 32767 is the most.',
    ],
    [
      'one text in very many cells',
      () =>
        aWorkbook({
          rows: Array.from(
            { length: 900 },
            (_, row) =>
              `<row r="${row + 1}">${'ABCDEFGH'.replaceAll(/./g, (letter) => `<c r="${letter}${row + 1}" t="s"><v>0</v></c>`)}</row>`,
          ).join(''),
          strings: `<si><t>${'y'.repeat(30_000)}</t></si>`,
        }),
      'more than 2 million letters',
    ],
    ['a million columns', () => ','.repeat(990_000), '256 is the most'],
    ['one line of a megabyte', () => 'x'.repeat(990_000), '32767 is the most'],
    ['nothing but quotation marks', () => '"'.repeat(990_001), 'a quotation mark opens and does not close'],
  ])(
    '[ELG-6] %s: a sentence, and the next list is read',
    async (_what, made, says) => {
      const refused = await bring(made())
      expect([refused.status, wordsOf(refused)]).toEqual([400, expect.stringContaining(says)])
      expect((await bring('Name,Age\nFern Invented,Y7\n')).status).toBe(200)
    },
    180_000,
  )

  test('[ELG-6] while a list eats all that it is given, everybody else is answered at once, and another list is read', async () => {
    const greedy = aGreedyList()
    const eating = bring(greedy).then((refused) => [refused.status, wordsOf(refused)])
    const reading = new Promise((settle) => setTimeout(settle, 200))
      .then(() => bring('Name,Age\nFern Invented,Y7\n', 1))
      .then(({ status }) => status)
    const slowest = await slowestWhile(Promise.all([eating, reading]))
    console.info(`slowest answer of /health/live meanwhile: ${Math.round(slowest)} ms`)
    expect(await eating).toEqual([400, expect.stringContaining('far larger inside than a list can be')])
    expect(await reading).toBe(200)
    expect(slowest).toBeLessThan(3_000)
  }, 180_000)

  test('[ELG-6] many lists of one person are not read at the same time: two, the rest later, with a sentence', async () => {
    const greedy = aGreedyList()
    const all = Promise.all(
      Array.from({ length: 12 }, () =>
        bring(greedy).then(
          (refused) => `${refused.status} ${/still reading the last files that you sent/.test(wordsOf(refused))}`,
        ),
      ),
    )
    await slowestWhile(Promise.race([all, new Promise((settle) => setTimeout(settle, 1_500))]))
    const reading = await readers()
    const answers = await all
    // On a slow machine one may have been read to its end before the last was sent.
    expect(answers.filter((answer) => answer === '429 true').length).toBeGreaterThanOrEqual(6)
    expect(answers.filter((answer) => !['429 true', '400 false'].includes(answer))).toEqual([])
    expect([1, 2]).toContain(reading)
    expect((await bring('Name,Age\nFern Invented,Y7\n')).status).toBe(200)
  }, 180_000)
})

describe('a form with a file that is made of too much', () => {
  const post = (body: string) =>
    supertest(served.app)
      .post('/verify')
      .set('Origin', served.publicUrl)
      .set('Content-Type', 'multipart/form-data; boundary=edge')
      .send(body)
  const part = (headers: string, content = '') =>
    `--edge\r\nContent-Disposition: form-data; ${headers}\r\n\r\n${content}\r\n`
  test.each([
    ['very many parts', part('name="a"').repeat(60_000)],
    ['very many headers', part(`name="a"\r\n${'A: b\r\n'.repeat(700_000)}`)],
    ['a name of megabytes', part(`name="${'%22'.repeat(1_500_000)}"`)],
    ['a field of megabytes', part('name="a"', 'x'.repeat(4_000_000))],
    ['no end', part('name="file"; filename="a"', 'x').slice(0, -1)],
  ])('%s: refused, and everybody else is answered at once', async (_what, body) => {
    const answered = post(`${body}--edge--\r\n`.slice(0, body.includes('filename') ? body.length : undefined)).then(
      (refused) => [refused.status, wordsOf(refused)],
    )
    const slowest = await slowestWhile(answered)
    console.info(`slowest answer of /health/live meanwhile: ${Math.round(slowest)} ms`)
    expect(await answered).toEqual([400, expect.stringContaining('We could not read what was sent.')])
    expect(slowest).toBeLessThan(1_500)
  })
})

describe('[CON-1] what is kept of a scan', () => {
  test('[CON-1] a photograph is kept upright, and says nothing of where, when and with what it was taken', async () => {
    const photograph = await aPhotograph()
    expect((await sharp(photograph).metadata()).exif).toBeDefined()
    expect((await scan(photograph)).status).toBe(303)
    const bytes = await kept('image/jpeg')
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Invented Phones|xap|xpacket/)
    const { width, height, orientation, exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect({ width, height, orientation, exif, xmp, iptc, icc }).toEqual({ width: 40, height: 60 })
    const [red, , blue] = await sharp(bytes).extract({ left: 35, top: 30, width: 1, height: 1 }).raw().toBuffer()
    expect((blue ?? 0) > (red ?? 0)).toBe(true)
  })

  test('[CON-1] what was hung on behind a picture, or written beside it, is not kept', async () => {
    const before = await countKept()
    const png = await sharp(await aPicture('png'))
      .withExif({ IFD0: { ImageDescription: 'The house of Fern Invented' } })
      .png()
      .toBuffer()
    expect((await scan(Buffer.concat([png, Buffer.from('PK\u0003\u0004 <script>hung on</script>')]))).status).toBe(303)
    expect(await countKept()).toBe(before + 1)
    expect((await kept('image/png')).toString('latin1')).not.toMatch(/hung on|Fern Invented/)
  })

  test('[CON-1] a PDF made on a phone keeps its pages and loses the place', async () => {
    const photograph = await aPhotograph()
    const image = Buffer.concat([
      Buffer.from(
        `<< /Type /XObject /Subtype /Image /Width 60 /Height 40 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${photograph.length} >>\nstream\n`,
      ),
      photograph,
      Buffer.from('\nendstream'),
    ])
    const file = aPdf({ page: '/Resources << /XObject << /Im 5 0 R >> >>', objects: [image] })
    const answered = await scan(file)
    expect([answered.status, wordsOf(answered)]).toEqual([303, ''])
    const bytes = await kept('application/pdf')
    expect([bytes.length, bytes.subarray(0, 8).toString()]).toEqual([file.length, '%PDF-1.7'])
    expect(bytes.toString('latin1')).not.toMatch(/Exif|GPS|Invented Phones/)
  })

  const action = (action: string) => `<< /Type /Action ${action} >>`
  const packed = (text: string, name = 'ObjStm'): Buffer => {
    const content = deflateSync(Buffer.from(`9 0 ${text}`))
    return Buffer.concat([
      Buffer.from(`<< /Type /${name} /N 1 /First 4 /Filter /FlateDecode /Length ${content.length} >>\nstream\n`),
      content,
      Buffer.from('\nendstream'),
    ])
  }
  const locked = (): Promise<Buffer> =>
    new Promise((settle) => {
      const parts: Buffer[] = []
      const document = new PDFDocument({ userPassword: 'only we know', pdfVersion: '1.7' })
      document.on('data', (part: Buffer) => parts.push(part)).on('end', () => settle(Buffer.concat(parts)))
      document.text('An invented form').end()
    })
  test.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['nine bytes', () => Buffer.from('%PDF-1.7\n'), 'damaged, not whole, or has no page'],
    [
      'a head and an end',
      () => Buffer.from(`%PDF-1.7\n${' '.repeat(100)}\nstartxref\n9\n%%EOF\n`),
      'damaged, not whole, or has no page',
    ],
    [
      'no page',
      () =>
        Buffer.from(aPdf().toString('latin1').replace('/Kids [3 0 R] /Count 1', '/Kids [     ] /Count 0'), 'latin1'),
      'damaged, not whole, or has no page',
    ],
    ['cut off', () => aPdf().subarray(0, -40), 'damaged, not whole, or has no page'],
    [
      'something hung on behind',
      () => Buffer.concat([aPdf(), Buffer.from('PK\u0003\u0004'), Buffer.alloc(5_000)]),
      'damaged, not whole, or has no page',
    ],
    ['a password', locked, 'locked with a password'],
    [
      'a script',
      () => aPdf({ catalog: '/OpenAction 5 0 R', objects: [action('/S /JavaScript /JS (app.alert(1))')] }),
      'does more than show pages',
    ],
    [
      'a script in other letters',
      () => aPdf({ catalog: '/OpenAction 5 0 R', objects: [action('/S /J#61vaScript /JS (app.alert(1))')] }),
      'does more than show pages',
    ],
    [
      'a script that is packed away',
      () => aPdf({ objects: [packed(action('/S /JavaScript /JS (app.alert(1))'))] }),
      'does more than show pages',
    ],
    [
      'a programme to start',
      () => aPdf({ catalog: '/OpenAction 5 0 R', objects: [action('/S /Launch /F (calc.exe)')] }),
      'does more than show pages',
    ],
    [
      'a file inside',
      () =>
        aPdf({
          objects: [
            '<< /Type /Filespec /F (a.exe) /EF << /F 6 0 R >> >>',
            '<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream',
          ],
        }),
      'does more than show pages',
    ],
    ['half a picture', async () => (await aPhotograph()).subarray(0, -200), 'damaged or not whole'],
    [
      'a picture of more points than there are',
      () => aPngOf({ width: 20_000, height: 20_000 }),
      'points, far more than a scan',
    ],
    ['a picture that says it is larger', () => aPngOf({ width: 4_000, height: 4_000 }), 'damaged or not whole'],
    [
      'a picture that is only its first bytes',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
      'no PDF, JPEG or PNG',
    ],
  ])('[CON-1] %s is not kept, with a sentence', async (_what, made, says) => {
    const before = await countKept()
    const refused = await scan(await made())
    expect([refused.status, wordsOf(refused)]).toEqual([409, expect.stringContaining(says)])
    expect(await countKept()).toBe(before)
  })
})
