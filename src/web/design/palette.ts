import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts'

// Every colour of portal, panel and messages. The portal's stylesheet is made from it when it is served, messages are
// when they are written; the panel's colours are generated (npm run generate), since Next builds them in.

/** The colour a charity gets until it chooses one: a deep spruce green, calm on warm paper. */
export const DEFAULT_ACCENT = DEFAULT_SETTINGS.accent

/** Warm paper for grey, from the lightest to the darkest, as Payload numbers its scale. */
const PAPERS = {
  0: '#fdf9f2',
  50: '#f8f2e7',
  100: '#f1e9da',
  150: '#e6ddcf',
  200: '#dbd0bf',
  250: '#cfc3b0',
  300: '#bfb29e',
  350: '#aea18d',
  400: '#7a7166',
  450: '#8f8578',
  500: '#6a6258',
  550: '#625b51',
  600: '#57514a',
  650: '#4a443c',
  700: '#423c35',
  750: '#38332d',
  800: '#2d2925',
  850: '#262320',
  900: '#1b1917',
  950: '#141210',
  1000: '#0b0a09',
} as const

const GREENS = {
  50: '#e9f4e5',
  100: '#d9edd3',
  150: '#c8e4c0',
  200: '#b7dbad',
  250: '#a3cf98',
  300: '#8cc081',
  350: '#74b06a',
  400: '#5c9c55',
  450: '#478744',
  500: '#367636',
  550: '#2f6d30',
  600: '#2c6a2c',
  650: '#265c27',
  700: '#224f23',
  750: '#1d421e',
  800: '#19371a',
  850: '#152c16',
  900: '#112212',
  950: '#0d190e',
} as const

/** The scales that stand in the panel for Payload’s own of the same names. */
export const SCALES = { base: PAPERS, success: GREENS } as const

/**
 * The colours beyond the accent, in both schemes, each as `#rrggbb`. Text on paper holds at least 7:1, muted text 5:1,
 * the borders of inputs 3:1.
 */
export const PALETTE = {
  light: {
    /** The background of pages, against which every accent is measured. */
    paper: PAPERS[0],
    /** What lies on it: cards, inputs. */
    surface: '#ffffff',
    ink: '#23282a',
    muted: '#5c5a54',
    line: PAPERS[150],
    fieldLine: '#857c6f',
    sun: '#ffc65c',
    good: GREENS[600],
    goodTint: '#e6f3e1',
    warning: '#7c4f00',
    warningTint: '#fff0cd',
    danger: '#b0271b',
    dangerStrong: '#8c1a10',
    dangerTint: '#fdeae6',
    onDanger: '#ffffff',
    /** Behind a child’s initial. */
    tint1: '#fbe0c4',
    tint2: '#d5e8cf',
    tint3: '#cfe5ee',
    tint4: '#e6dcf3',
    tint5: '#f8d9dc',
    tint6: '#efe6b2',
  },
  dark: {
    paper: PAPERS[900],
    surface: PAPERS[850],
    ink: '#f4ede3',
    muted: '#bfb5a7',
    line: PAPERS[700],
    fieldLine: '#968b7d',
    sun: '#e9ad42',
    good: '#9ad48f',
    goodTint: '#1f2f1c',
    warning: '#f3c565',
    warningTint: '#372b12',
    danger: '#ff9d8e',
    dangerStrong: '#ffb9ae',
    dangerTint: '#3d201b',
    onDanger: '#2a0c08',
    tint1: '#4a3218',
    tint2: '#243d24',
    tint3: '#1d3a46',
    tint4: '#39304f',
    tint5: '#4b2a31',
    tint6: '#41391a',
  },
} as const

/** Colours by name as a stylesheet’s variables: `goodTint` is `--good-tint`. */
export const asVariables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${colour}`)
    .join(';')
