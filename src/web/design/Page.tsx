import type { ReactElement, ReactNode } from 'react'
import { PALETTE } from './palette.ts'
import { BackLink } from './BackLink.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import type { FieldErrors } from './fieldErrors.ts'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'
import type { PageFrame } from './pageFrame.ts'
import { wordsIn } from '../../programme/people/parentWords/parentWords.ts'
import { Words } from './words.tsx'

export type PageProps = {
  frame: PageFrame
  /** What the page is for, as its heading says it; the names of programme and charity follow by themselves. */
  title: string
  /** What is wrong with what was sent: puts "Error: " before the title and the error summary above the content. */
  errors?: FieldErrors
  /** What is wrong with the whole and with no field of it. */
  generalErrors?: readonly string[]
  /** The way back; `text` is "Back" unless told. */
  back?: { href: string; text?: string }
  /** `reading` keeps lines short; `wide` gives tables and cards the whole page. */
  width?: 'reading' | 'wide'
  /** Addresses of our own scripts; each must only add comfort. */
  scripts?: readonly string[]
  /** Further elements for the head. */
  head?: ReactNode
  children: ReactNode
}

/** A whole page: skip link, the charity's name, navigation, content, a way to report a worry and to sign out. */
export const Page = ({
  frame,
  title,
  errors = {},
  generalErrors = [],
  back,
  width = 'reading',
  scripts = [],
  head,
  children,
}: PageProps): ReactElement => {
  const words = frame.words ?? IN_ENGLISH
  const wentWrong = generalErrors.length > 0 || Object.keys(errors).length > 0
  const names =
    frame.programmeName === title ? [title, frame.charityName] : [title, frame.programmeName, frame.charityName]
  return (
    <Words.Provider value={words}>
      <html lang={words.code} dir={words.direction === 'rtl' ? 'rtl' : undefined}>
        <head>
          <meta charSet="utf-8" />
          <title>{`${wentWrong ? `${words.say('page.error')}: ` : ''}${names.join(' – ')}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="theme-color" content={PALETTE.light.paper} media="(prefers-color-scheme: light)" />
          <meta name="theme-color" content={PALETTE.dark.paper} media="(prefers-color-scheme: dark)" />
          <link rel="preload" href={frame.links.font} as="font" type="font/woff2" crossOrigin="anonymous" />
          <link rel="stylesheet" href={frame.links.stylesheet} />
          <link rel="icon" href={frame.links.icon} type="image/svg+xml" />
          {scripts.map((source) => (
            <script key={source} type="module" src={source} nonce={frame.nonce} />
          ))}
          {head}
        </head>
        <body>
          <a className="skip-link" href="#main">
            {words.say('page.skip')}
          </a>
          <Header frame={frame} />
          <div className={`page page--${width}`}>
            {back && <BackLink {...back} />}
            <main id="main" className="flow" tabIndex={-1}>
              <ErrorSummary errors={errors} generalErrors={generalErrors} />
              {children}
            </main>
          </div>
          <Footer frame={frame} />
        </body>
      </html>
    </Words.Provider>
  )
}

const IN_ENGLISH = wordsIn('en')
