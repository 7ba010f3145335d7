import { DEFAULT_ACCENT } from './palette.ts'
import type { ParentWords } from '../../programme/people/parentWords/parentWords.ts'
import { designAssets, type DesignLinks } from './assets.ts'

/** A link of the portal's navigation. */
export type NavigationLink = { href: string; text: string }

/** How the charity is reached with a worry, and who of the committee is there for the reader, by name [SAF-2]. */
export type Reach = { phone?: string; email?: string; contacts?: readonly string[] }

/** What surrounds every page: made once a request, handed to each page as one prop. */
export type PageFrame = {
  charityName: string
  programmeName: string
  links: DesignLinks
  /** The request's nonce, without which the content security policy lets no script run. */
  nonce?: string
  /** Where the charity's name in the header leads. */
  homeHref: string
  /** The address of the page itself, so that the navigation can mark it. */
  address?: string
  navigation?: readonly NavigationLink[]
  /** What the navigation is called, to those who hear it; the portal's unless told. */
  navigationName?: string
  /** In which language the page speaks; in English unless told. */
  words?: ParentWords
  /** Whom to ring with a worry: on every page. */
  reach?: Reach
  /** Where a worry is reported; on every page for those who are signed in. */
  worryHref?: string
  signOut?: { action: string; idempotencyKey: string; signedInAs: string }
}

/** The frame of a page from the charity's settings and what the request knows. `accent` is `#rrggbb`. */
export const pageFrame = ({
  accent = DEFAULT_ACCENT,
  homeHref = '/',
  ...rest
}: Omit<PageFrame, 'links' | 'homeHref'> & { accent?: string; homeHref?: string }): PageFrame => ({
  ...rest,
  homeHref,
  links: designAssets({ accent }).links,
})

/**
 * Whether a link is this page, holds it, or neither, as `aria-current` says it. The longest match alone holds the page.
 */
export const currentMark = ({
  href,
  address,
  navigation,
}: {
  href: string
  address?: string
  navigation: readonly NavigationLink[]
}): 'page' | 'true' | undefined => {
  if (address === undefined) return undefined
  if (href === address) return 'page'
  const holding = navigation
    .map((link) => link.href)
    .filter((candidate) => address === candidate || address.startsWith(`${candidate}/`))
  const nearest = holding.reduce((longest, candidate) => (candidate.length > longest.length ? candidate : longest), '')
  return href === nearest ? 'true' : undefined
}
