import type { CSSProperties } from 'react'
import { PALETTE } from '../../src/web/design/palette.ts'

const { light, dark } = PALETTE

const FONT = "'Atkinson Hyperlegible', 'Segoe UI', Helvetica, Arial, sans-serif"

/** Styles on the elements themselves: many mail programs read no others. */
export const styles = {
  page: { backgroundColor: light.paper, color: light.ink, fontFamily: FONT, margin: '0', padding: '16px 8px' },
  card: { backgroundColor: light.surface, color: light.ink, borderRadius: '8px', maxWidth: '560px', padding: '24px' },
  charity: {
    // The dotted track.
    borderBottom: `4px dotted ${light.sun}`,
    color: light.muted,
    fontSize: '16px',
    fontWeight: 'bold',
    margin: '0 0 24px',
    paddingBottom: '8px',
  },
  mark: {
    borderRadius: '8px',
    display: 'inline-block',
    fontSize: '20px',
    height: '28px',
    lineHeight: '28px',
    marginRight: '10px',
    textAlign: 'center',
    width: '28px',
  },
  heading: { fontSize: '24px', lineHeight: '32px', margin: '0 0 16px' },
  paragraph: { fontSize: '18px', lineHeight: '28px', margin: '0 0 16px' },
  button: { borderRadius: '6px', fontSize: '18px', fontWeight: 'bold', margin: '8px 0 8px', padding: '14px 24px' },
  rule: { borderColor: light.line, margin: '24px 0 16px' },
  footer: { color: light.muted, fontSize: '14px', lineHeight: '21px', margin: '0' },
} satisfies Record<string, CSSProperties>

/** For mail programs that follow the reader's dark setting. */
export const darkRules = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table, .page > table > tbody > tr > td { background-color: ${dark.paper} !important; color: ${dark.ink} !important; }
  .card { background-color: ${dark.surface} !important; color: ${dark.ink} !important; }
  .soft { color: ${dark.muted} !important; }
  .rule { border-color: ${dark.line} !important; }
}`
