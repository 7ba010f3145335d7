import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { iconFile } from './iconFile.ts'
import { DEFAULT_ACCENT } from './palette.ts'
import { stylesheetText } from './stylesheet.ts'

/** A file of the design, ready to be served for ever: its address changes when its content does. */
export type Asset = { href: string; body: Buffer; contentType: string; etag: string }

/** The addresses a page links to. */
export type DesignLinks = {
  stylesheet: string
  font: string
  icon: string
  waitForPanel: string
  /** Keeps a form that is half written while its tab is open. */ keepDraft: string
  /** Shows a password while it is typed. */ showPassword: string
  /** Keeps a policy's page for reading without signal. */ keepForReading: string
}

/**
 * Every file of the design in a charity's accent colour (`#rrggbb`), and the addresses of those files. Made once per
 * colour; any process gives the same colour the same addresses.
 */
export const designAssets = ({
  accent = DEFAULT_ACCENT,
}: {
  accent?: string
}): { links: DesignLinks; assets: readonly Asset[] } => {
  const known = made.get(accent)
  if (known) return known
  const stylesheet = asset({
    ending: 'css',
    contentType: 'text/css; charset=utf-8',
    body: Buffer.from(stylesheetText({ accent, fontHref: font.href })),
  })
  const icon = asset({
    ending: 'svg',
    contentType: 'image/svg+xml; charset=utf-8',
    body: Buffer.from(iconFile({ accent })),
  })
  const design = {
    links: {
      stylesheet: stylesheet.href,
      font: font.href,
      icon: icon.href,
      waitForPanel: waitForPanel.href,
      keepForReading: keepForReading.href,
      keepDraft: keepDraft.href,
      showPassword: showPassword.href,
    },
    assets: [stylesheet, font, icon, waitForPanel, keepForReading, keepDraft, showPassword],
  }
  made.set(accent, design)
  return design
}

/**
 * The file at an address, in the charity's accent colour or any that was asked for before; undefined for no file of
 * ours.
 */
export const findAsset = ({ href, accent }: { href: string; accent?: string }): Asset | undefined => {
  const current = designAssets({ accent }).assets.find((candidate) => candidate.href === href)
  return current ?? [...made.values()].flatMap(({ assets }) => assets).find((candidate) => candidate.href === href)
}

const made = new Map<string, ReturnType<typeof designAssets>>()

const read = (path: string): Buffer => readFileSync(new URL(path, import.meta.url))

const asset = ({ ending, contentType, body }: { ending: string; contentType: string; body: Buffer }): Asset => {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 16)
  return { href: `/assets/${hash}.${ending}`, body, contentType, etag: `"${hash}"` }
}

// One variable file for all weights. Chosen over the system's fonts because volunteers read names, times and reference
// numbers on small screens in poor light, where I, l and 1 must differ; it costs 18 KB once and is kept for ever.
const font = asset({
  ending: 'woff2',
  contentType: 'font/woff2',
  body: read('./fonts/atkinson-hyperlegible-next.woff2'),
})

const waitForPanel = asset({
  ending: 'js',
  contentType: 'text/javascript; charset=utf-8',
  body: read('./browser/waitForPanel.js'),
})

const keepForReading = asset({
  ending: 'js',
  contentType: 'text/javascript; charset=utf-8',
  body: read('./browser/keepForReading.js'),
})

const keepDraft = asset({
  ending: 'js',
  contentType: 'text/javascript; charset=utf-8',
  body: read('./browser/keepDraft.js'),
})

const showPassword = asset({
  ending: 'js',
  contentType: 'text/javascript; charset=utf-8',
  body: read('./browser/showPassword.js'),
})

/** The worker that keeps policies for reading, which a browser must find at an address of its own that never changes. */
export const offlineReader = read('./browser/offlineReader.js')
