import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

/** A page element as the whole HTML document to send. */
export const renderPage = (page: ReactElement): string => `<!DOCTYPE html>${renderToStaticMarkup(page)}`
