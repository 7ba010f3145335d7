import type { Actor } from '../access/actor.ts'

/** A way to something that is often done, at the side of Today for those whom it concerns. */
export type QuickLink = {
  /** Where it stands among all: 1 comes first. */
  place: number
  words: string
  href: string
  concerns: (actor: Actor) => boolean
}

/** The address in the panel where a new record of a kind is begun. */
export const toNew = ({ slug }: { slug: string }): string => `${toListOf({ slug })}/create`

/** The address in the panel of all records of a kind. */
export const toListOf = ({ slug }: { slug: string }): string => `/admin/collections/${slug}`

/** What a person most often begins here, by what the areas say of whom it concerns. */
export const quickLinksOf = ({
  areas,
  actor,
}: {
  areas: ReadonlyArray<{ quickLinks?: readonly QuickLink[] }>
  actor: Actor
}): Array<Pick<QuickLink, 'words' | 'href'>> =>
  areas
    .flatMap(({ quickLinks = [] }) => quickLinks)
    .filter(({ concerns }) => concerns(actor))
    .sort((one, other) => one.place - other.place)
    .map(({ words, href }) => ({ words, href }))
