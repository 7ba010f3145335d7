import { brotliCompressSync } from 'node:zlib'
import { expect, test } from '@jest/globals'
import { designAssets, findAsset } from '../../../src/web/design/assets.ts'
import { renderPage } from '../../../src/web/design/renderPage.ts'
import { galleryPages } from '../../../src/web/gallery/pages.tsx'

const weight = (body: Buffer | string): number => brotliCompressSync(body).length

test('every file has an address that follows from its content', () => {
  const { links, assets } = designAssets({})
  expect(assets.map((asset) => asset.href).sort()).toEqual(Object.values(links).sort())
  for (const { href, etag, body, contentType } of assets) {
    expect(href).toMatch(/^\/assets\/[\w-]{16}\.(css|svg|woff2|js)$/)
    expect(etag).toBe(`"${href.slice(8, 24)}"`)
    expect(body.length).toBeGreaterThan(100)
    expect(contentType).toMatch(/^(text\/css|text\/javascript|image\/svg\+xml|font\/woff2)/)
  }
  expect(designAssets({}).links).toEqual(links)
})

test('a charity’s colour changes the stylesheet and the icon, not the typeface', () => {
  const ours = designAssets({})
  const theirs = designAssets({ accent: '#7b2d8b' })
  expect(theirs.links.font).toBe(ours.links.font)
  expect(theirs.links.stylesheet).not.toBe(ours.links.stylesheet)
  expect(findAsset({ href: theirs.links.stylesheet })?.body.toString()).toContain('--accent:#7b2d8b')
  expect(findAsset({ href: theirs.links.icon })?.body.toString()).toContain('fill="#7b2d8b"')
})

test('a colour that is none reaches no file', () => {
  const { assets } = designAssets({ accent: 'red}body{display:none' })
  for (const { body } of assets) expect(body.toString('utf8')).not.toContain('display:none}')
})

test('an address that is no file of ours finds nothing', () => {
  for (const href of ['/assets/', '/assets/../package.json', '/assets/0000000000000000.css', ''])
    expect(findAsset({ href })).toBeUndefined()
})

test('the stylesheet carries no comment of ours, asks nobody else and stays within its weight', () => {
  const stylesheet = findAsset({ href: designAssets({}).links.stylesheet })
  const text = stylesheet?.body.toString() ?? ''
  expect(text).not.toContain('/*')
  expect(text).not.toMatch(/https?:|@import|url\((?!"\/assets\/)/)
  expect(weight(text)).toBeLessThanOrEqual(12 * 1024)
})

test('the heaviest page of the gallery with everything it asks for weighs no more than 45 KB', () => {
  const files = designAssets({}).assets.reduce(
    (sum, { body, contentType }) => sum + (contentType === 'font/woff2' ? body.length : weight(body)),
    0,
  )
  const pages = Object.values(galleryPages({ nonce: 'a-nonce' })).map((page) => weight(renderPage(page)))
  expect(Math.max(...pages)).toBeLessThanOrEqual(8 * 1024)
  // The portal's own script may weigh 8 KB more.
  expect(files + Math.max(...pages) + 8 * 1024).toBeLessThanOrEqual(45 * 1024)
})
