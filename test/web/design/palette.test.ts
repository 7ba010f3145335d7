import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { darkRules, styles } from '../../../emails/frame/styles.ts'
import { paletteStyle } from '../../../src/admin/brand/paletteStyle.ts'
import { DEFAULT_SETTINGS } from '../../../src/core/settings/settings.ts'
import { accentShades, contrastRatio } from '../../../src/web/design/accent.ts'
import { asVariables, DEFAULT_ACCENT, PALETTE } from '../../../src/web/design/palette.ts'
import { stylesheetText } from '../../../src/web/design/stylesheet.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8')

/** A colour that is no part of the palette, with its reason. */
const BESIDE = [
  ['emails/frame/brand.ts', '#000000', 'black or white on whatever accent there is'],
  ['emails/frame/brand.ts', '#ffffff', 'black or white on whatever accent there is'],
  ['src/web/design/accent.ts', '#ffffff', 'text on an accent that is dark enough for it'],
  ['src/web/design/iconFile.ts', '#fff', 'the mark, on an accent'],
  ['src/web/design/styles/media.css', '#fff', 'a printed sheet is white'],
  ['src/web/design/styles/tokens.css', '#4b3a1a12', 'a shadow'],
  ['src/web/design/styles/tokens.css', '#4b3a1a14', 'a shadow'],
]

describe('one palette for portal, panel and messages', () => {
  test('no colour stands anywhere else', () => {
    const files = ['emails', 'src/web', 'src/admin'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(css|tsx?)$/.test(name))
        .map((name) => `${folder}/${name}`),
    )
    const found = files
      .filter((file) => !['src/web/design/palette.ts', 'src/admin/styles/palette.css'].includes(file))
      .flatMap((file) =>
        [
          ...new Set(
            [...textOf(file).matchAll(/(?<!&)#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3})\b/gi)].map(([it]) => it),
          ),
        ].map((colour) => [file, colour]),
      )
      // `&#039;` and the like are letters, and `#main` an address.
      .filter(([, colour]) => /\d/.test(String(colour)) || colour === '#fff' || colour === '#ffffff')
    expect(files.length).toBeGreaterThan(200)
    expect(found.sort()).toEqual(BESIDE.map(([file, colour]) => [file, colour]).sort())
  })

  test('the panel’s stylesheet is what is generated from it: if not, run npm run generate', () => {
    expect(textOf('src/admin/styles/palette.css')).toBe(paletteStyle())
  })

  test('the portal’s stylesheet holds both schemes, and a message the same colours', () => {
    const served = stylesheetText({ accent: DEFAULT_ACCENT, fontHref: '/font' })
    for (const scheme of ['light', 'dark'] as const)
      expect(served).toContain(asVariables({ ...PALETTE[scheme], ...accentShades({ accent: DEFAULT_ACCENT })[scheme] }))
    expect(asVariables({ goodTint: '#e6f3e1', ink: '#23282a' })).toBe('--good-tint:#e6f3e1;--ink:#23282a')
    expect([styles.page.backgroundColor, styles.card.color, styles.footer.color]).toEqual([
      PALETTE.light.paper,
      PALETTE.light.ink,
      PALETTE.light.muted,
    ])
    for (const name of ['paper', 'surface', 'ink', 'muted', 'line'] as const)
      expect(darkRules).toContain(PALETTE.dark[name])
    expect(DEFAULT_ACCENT).toBe(DEFAULT_SETTINGS.accent)
  })

  test('every variable that a stylesheet asks for by a colour’s name is one that there is', () => {
    const told = new Set(
      [
        ...`${stylesheetText({ accent: DEFAULT_ACCENT, fontHref: '/font' })}${paletteStyle()}`.matchAll(
          /--([\w-]+)\s*:/g,
        ),
      ].map(([, name]) => name),
    )
    const asked = [...textOf('src/web/design/styles/content.css').matchAll(/var\(--([\w-]+)\)/g)].map(
      ([, name]) => name,
    )
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.filter((name) => !told.has(name))).toEqual([])
  })
})

test.each(['light', 'dark'] as const)('the colours hold their contrast in the %s scheme', (scheme) => {
  const colours = PALETTE[scheme]
  const ratio = (first: keyof typeof colours, second: keyof typeof colours): number =>
    contrastRatio(colours[first], colours[second])
  const tints = ['tint1', 'tint2', 'tint3', 'tint4', 'tint5', 'tint6'] as const
  for (const ground of ['paper', 'surface', 'goodTint', 'warningTint', 'dangerTint', ...tints] as const)
    expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7)
  for (const ground of ['paper', 'surface'] as const) {
    expect(ratio('muted', ground)).toBeGreaterThanOrEqual(5)
    expect(ratio('danger', ground)).toBeGreaterThanOrEqual(4.5)
    expect(ratio('fieldLine', ground)).toBeGreaterThanOrEqual(3)
  }
  expect(
    contrastRatio(colours.muted, accentShades({ accent: DEFAULT_ACCENT })[scheme].accentTint),
  ).toBeGreaterThanOrEqual(4.5)
  for (const tone of ['good', 'warning', 'danger'] as const)
    expect(ratio(tone, `${tone}Tint`)).toBeGreaterThanOrEqual(4.5)
  for (const ground of ['danger', 'dangerStrong'] as const)
    expect(ratio('onDanger', ground)).toBeGreaterThanOrEqual(4.5)
})
