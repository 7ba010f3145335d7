import type { Actor } from '../access/actor.ts'

/** A page that stands under a word of the panel's menu, for those whom it concerns. */
export type MenuPage = {
  /** The word, and where it stands among what stands there: the first is what the word leads to. */
  under: string
  place: number
  words: string
  href: string
  concerns: (actor: Actor) => boolean
  /** The queues of which the menu says beside its word how much waits there: few, and quick ones. */
  counts?: readonly string[]
}
