import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { accentShades, contrastRatio, DEFAULT_ACCENT, isAccentColour, PAPER } from '../../../src/web/design/accent.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('the accent colour', () => {
  test('measures contrast as WCAG does', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBe(21)
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrastRatio('#ffffff', '#777777')).toBeCloseTo(4.48, 2)
  })

  test('can be read in both schemes, whatever colour a charity chooses', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        for (const [scheme, shades] of Object.entries(accentShades({ accent })) as [
          'light' | 'dark',
          ReturnType<typeof accentShades>['light'],
        ][]) {
          expect(contrastRatio(shades.accent, PAPER[scheme])).toBeGreaterThanOrEqual(4.5)
          expect(contrastRatio(shades.accent, shades.accentTint)).toBeGreaterThanOrEqual(4.5)
          expect(contrastRatio(shades.accentStrong, shades.accentTint)).toBeGreaterThanOrEqual(4.5)
          expect(contrastRatio(shades.onAccent, shades.accent)).toBeGreaterThanOrEqual(4.5)
          expect(contrastRatio(shades.onAccent, shades.accentStrong)).toBeGreaterThanOrEqual(4.5)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  test('is left as it is where it can be read already', () => {
    expect(accentShades({ accent: DEFAULT_ACCENT }).light.accent).toBe(DEFAULT_ACCENT)
    expect(accentShades({ accent: '#7b2d8b' }).light.accent).toBe('#7b2d8b')
  })

  test('falls back to the default where a setting holds no colour', () => {
    for (const mistyped of ['', 'green', '#abc', '#12345g', '#0b6b62;}body{display:none', 'url(//example.org)']) {
      expect(isAccentColour(mistyped)).toBe(false)
      expect(accentShades({ accent: mistyped })).toEqual(accentShades({ accent: DEFAULT_ACCENT }))
    }
  })
})

describe('the other colours', () => {
  const [light = '', dark = ''] = readFileSync(
    new URL('../../../src/web/design/styles/tokens.css', import.meta.url),
    'utf8',
  ).split('prefers-color-scheme: dark')
  const schemes = { light: colours(light), dark: colours(dark) }

  test.each(['light', 'dark'] as const)('hold their contrast in the %s scheme', (scheme) => {
    const token = (name: string): string => schemes[scheme][name] ?? ''
    const ratio = (first: string, second: string): number =>
      contrastRatio(token(first), second === 'paper' ? PAPER[scheme] : token(second))
    const { accentTint } = accentShades({ accent: DEFAULT_ACCENT })[scheme]
    for (const ground of ['paper', 'surface', 'good-tint', 'warning-tint', 'danger-tint'])
      expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7)
    for (const ground of ['paper', 'surface']) expect(ratio('muted', ground)).toBeGreaterThanOrEqual(5)
    expect(contrastRatio(token('muted'), accentTint)).toBeGreaterThanOrEqual(4.5)
    for (const tone of ['good', 'warning', 'danger']) expect(ratio(tone, `${tone}-tint`)).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['paper', 'surface']) expect(ratio('danger', ground)).toBeGreaterThanOrEqual(4.5)
    for (const ground of ['paper', 'surface']) expect(ratio('field-line', ground)).toBeGreaterThanOrEqual(3)
    for (const ground of ['danger', 'danger-strong']) expect(ratio('on-danger', ground)).toBeGreaterThanOrEqual(4.5)
  })
})

function colours(text: string): Record<string, string> {
  const found = [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3}|#[0-9a-f]{6});/gi)]
  return Object.fromEntries(
    found.map(([, name = '', value = '']) => [
      name,
      value.length === 4 ? `#${[...value.slice(1)].map((digit) => digit + digit).join('')}` : value,
    ]),
  )
}
