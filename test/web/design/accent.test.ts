import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { accentShades, contrastRatio, isAccentColour } from '../../../src/web/design/accent.ts'
import { DEFAULT_ACCENT, PALETTE } from '../../../src/web/design/palette.ts'

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
          expect(contrastRatio(shades.accent, PALETTE[scheme].paper)).toBeGreaterThanOrEqual(4.5)
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
