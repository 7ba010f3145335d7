import type { CSSProperties } from 'react'

const FONT = "'Atkinson Hyperlegible', 'Segoe UI', Helvetica, Arial, sans-serif"

/** Styles on the elements themselves: many mail programs read no others. */
export const styles = {
  page: { backgroundColor: '#f5f2ec', color: '#1f2328', fontFamily: FONT, margin: '0', padding: '16px 8px' },
  card: { backgroundColor: '#ffffff', color: '#1f2328', borderRadius: '8px', maxWidth: '560px', padding: '24px' },
  charity: {
    borderBottom: '3px solid',
    color: '#4d545c',
    fontSize: '16px',
    fontWeight: 'bold',
    margin: '0 0 24px',
    paddingBottom: '8px',
  },
  heading: { fontSize: '24px', lineHeight: '32px', margin: '0 0 16px' },
  paragraph: { fontSize: '18px', lineHeight: '28px', margin: '0 0 16px' },
  button: { borderRadius: '6px', fontSize: '18px', fontWeight: 'bold', margin: '8px 0 8px', padding: '14px 24px' },
  rule: { borderColor: '#d8d3c8', margin: '24px 0 16px' },
  footer: { color: '#4d545c', fontSize: '14px', lineHeight: '21px', margin: '0' },
} satisfies Record<string, CSSProperties>

/** For mail programs that follow the reader's dark setting. */
export const darkRules = `
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page > table, .page > table > tbody > tr > td { background-color: #16191d !important; color: #eceff2 !important; }
  .card { background-color: #22272d !important; color: #eceff2 !important; }
  .soft { color: #b9c1c9 !important; }
  .rule { border-color: #4d545c !important; }
}`
