import { readFileSync } from 'node:fs'
import { accentShades } from './accent.ts'
import { asVariables, PALETTE } from './palette.ts'

/**
 * The portal's whole stylesheet as text: the palette and the charity's accent colour, the typeface's address, then our files in their
 * order. The colour stands here and not in the pages, because the content security policy allows no inline style.
 */
export const stylesheetText = ({ accent, fontHref }: { accent: string; fontHref: string }): string => {
  const { light, dark } = accentShades({ accent })
  return [
    `:root{${asVariables({ ...PALETTE.light, ...light })}}`,
    `@media (prefers-color-scheme:dark){:root{${asVariables({ ...PALETTE.dark, ...dark })}}}`,
    `@font-face{font-family:"Atkinson Hyperlegible Next";src:url("${fontHref}") format("woff2");font-weight:400 700;font-display:swap}`,
    ourRules,
  ].join('\n')
}

const withoutComments = (rules: string): string =>
  rules
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

const ourRules = ['tokens', 'base', 'frame', 'forms', 'content', 'lists', 'redline', 'media']
  .map((name) => withoutComments(readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8')))
  .join('\n')
