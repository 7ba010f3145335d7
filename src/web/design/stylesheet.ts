import { readFileSync } from 'node:fs'
import { accentShades, type AccentShades, PAPER } from './accent.ts'

/**
 * The portal's whole stylesheet as text: the charity's accent colour, the typeface's address, then our files in their
 * order. The colour stands here and not in the pages, because the content security policy allows no inline style.
 */
export const stylesheetText = ({ accent, fontHref }: { accent: string; fontHref: string }): string => {
  const { light, dark } = accentShades({ accent })
  return [
    `:root{--paper:${PAPER.light};${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root{--paper:${PAPER.dark};${declarations(dark)}}}`,
    `@font-face{font-family:"Atkinson Hyperlegible Next";src:url("${fontHref}") format("woff2");font-weight:400 700;font-display:swap}`,
    ourRules,
  ].join('\n')
}

const declarations = ({ accent, accentStrong, accentTint, accentLine, onAccent }: AccentShades): string =>
  `--accent:${accent};--accent-strong:${accentStrong};--accent-tint:${accentTint};--accent-line:${accentLine};--on-accent:${onAccent}`

const withoutComments = (rules: string): string =>
  rules
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()

const ourRules = ['tokens', 'base', 'frame', 'forms', 'content', 'lists', 'redline', 'media']
  .map((name) => withoutComments(readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8')))
  .join('\n')
