import { createReadStream } from 'node:fs'
import type { RequestListener } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import { listen } from '../../src/core/http/listen.ts'
import { closePage, desktop } from './browser.ts'

/**
 * What a reader gets of a PDF: the words of each page, the addresses that can be followed, and how many things there
 * are that a file can ask a viewer to do.
 */
type SeenPdf = { pages: string[]; links: string[]; scripts: number; fields: number; attachments: number }

/**
 * A viewer of PDFs in the browser. `dialogs` and `outside` are what any file so far has brought up, and which addresses
 * beyond the viewer it has asked for.
 */
export type PdfViewer = {
  see: (file: Buffer) => Promise<SeenPdf>
  dialogs: string[]
  outside: string[]
  close: () => Promise<void>
}

/**
 * Opens pdf.js, the viewer that Firefox is delivered with, in a page of the browser, which has none of its own when it
 * runs headless. Every page is drawn, with its text, its annotations and its forms, and what scripts a file has are run
 * as a reader's viewer runs them. The links are those of the file: that a viewer makes links of its own out of
 * addresses in the words is its own affair.
 */
export const openPdfViewer = async (browser: Browser): Promise<PdfViewer> => {
  const files: Buffer[] = []
  const server = await listen({ app: servedViewer(files), port: 0, host: '127.0.0.1' })
  const origin = `http://127.0.0.1:${server.port}`
  const page = await desktop(browser)
  const [dialogs, outside]: [string[], string[]] = [[], []]
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.context().on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== origin) outside.push(request.url())
  })
  await page.goto(origin)
  await page.waitForFunction(() => 'see' in window)
  return {
    dialogs,
    outside,
    see: async (file) => {
      files.push(file)
      const seen = await page.evaluate(
        (address) => (window as unknown as { see: (address: string) => Promise<SeenPdf> }).see(address),
        `/files/${files.length - 1}`,
      )
      await page.waitForLoadState('networkidle')
      return seen
    },
    close: async () => {
      await closePage(page)
      await server.stop({ graceMilliseconds: 0 })
    },
  }
}

/** pdf.js as its project builds it for browsers that are not the newest. */
const VIEWER_FILES = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
const KINDS: Readonly<Record<string, string>> = {
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
}

const servedViewer =
  (files: readonly Buffer[]): RequestListener =>
  (request, response) => {
    const path = new URL(request.url ?? '/', 'http://viewer.invalid').pathname
    if (path === '/') return void response.setHeader('Content-Type', 'text/html').end(VIEWER_PAGE)
    if (path.startsWith('/files/'))
      return void response.setHeader('Content-Type', 'application/pdf').end(files[Number(path.slice('/files/'.length))])
    if (!path.startsWith('/pdfjs/')) return void response.writeHead(404).end()
    response.setHeader('Content-Type', KINDS[extname(path)] ?? 'application/octet-stream')
    createReadStream(join(VIEWER_FILES, path.slice('/pdfjs'.length)))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  }

/** Pages are drawn small: what takes the time is painting them, and nothing asserted is in the picture. */
const VIEWER_PAGE = `<!doctype html>
<html lang="en"><head><title>A PDF</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/pdfjs/legacy/web/pdf_viewer.css"></head>
<body><div id="container" style="position: absolute; inset: 0; overflow: auto"><div id="viewer" class="pdfViewer"></div></div>
<script type="module">
  import '/pdfjs/legacy/build/pdf.mjs'
  const { AnnotationMode, GlobalWorkerOptions, getDocument } = globalThis.pdfjsLib
  const { EventBus, PDFLinkService, PDFScriptingManager, PDFViewer } = await import('/pdfjs/legacy/web/pdf_viewer.mjs')
  GlobalWorkerOptions.workerSrc = '/pdfjs/legacy/build/pdf.worker.mjs'
  const container = document.getElementById('container')
  const soon = () => new Promise((resolve) => setTimeout(resolve, 5))
  window.see = async (url) => {
    const eventBus = new EventBus()
    const linkService = new PDFLinkService({ eventBus })
    const scriptingManager = new PDFScriptingManager({ eventBus, sandboxBundleSrc: '/pdfjs/legacy/build/pdf.sandbox.mjs' })
    const viewer = new PDFViewer({ container, eventBus, linkService, scriptingManager, textLayerMode: 1, enableAutoLinking: false, annotationMode: AnnotationMode.ENABLE_FORMS })
    linkService.setViewer(viewer)
    scriptingManager.setViewer(viewer)
    const [painted, words, links] = [new Set(), new Map(), new Map()]
    eventBus.on('pagerendered', ({ pageNumber }) => painted.add(pageNumber))
    eventBus.on('textlayerrendered', ({ pageNumber, source }) => words.set(pageNumber, source.textLayer.div.textContent))
    eventBus.on('annotationlayerrendered', ({ pageNumber, source }) => links.set(pageNumber, [...(source.annotationLayer?.div?.querySelectorAll('a[href]') ?? [])].map(({ href }) => href)))
    const loading = getDocument({ url, cMapUrl: '/pdfjs/cmaps/', standardFontDataUrl: '/pdfjs/standard_fonts/', wasmUrl: '/pdfjs/wasm/', iccUrl: '/pdfjs/iccs/' })
    const file = await loading.promise
    viewer.setDocument(file)
    linkService.setDocument(file)
    await viewer.pagesPromise
    viewer.currentScale = 0.25
    const [scripts, fields, attachments] = await Promise.all([file.getJSActions(), file.getFieldObjects(), file.getAttachments()])
    if (scripts || fields) while (!scriptingManager.ready) await soon()
    const pages = Array.from({ length: file.numPages }, (_, index) => index + 1)
    for (const page of pages) {
      viewer.currentPageNumber = page
      while (!(painted.has(page) && words.has(page) && links.has(page))) await soon()
    }
    const seen = { pages: pages.map((page) => words.get(page)), links: pages.flatMap((page) => links.get(page)), scripts: Object.keys(scripts ?? {}).length, fields: Object.keys(fields ?? {}).length, attachments: Object.keys(attachments ?? {}).length }
    viewer.setDocument(null)
    await loading.destroy()
    return seen
  }
</script></body></html>`
