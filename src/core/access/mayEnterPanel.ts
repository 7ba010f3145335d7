import type { Actor } from './actor.ts'

/** Whether a person has any role beside that of a volunteer, and so a panel to work in. */
export const mayEnterPanel = (actor: Actor): boolean => actor.kind === 'person' && actor.roles.some((role) => role !== 'volunteer')
