import type { Actor } from './actor.ts'

/** Whether the actor is a person who has a panel to work in. */
export const mayEnterPanel = (actor: Actor): boolean => actor.kind === 'person' && actor.worksInPanel
