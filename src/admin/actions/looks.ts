import type { ActionForPerson } from './actionForPerson.ts'

/** How an action's button looks: the one way ahead, a step that is grave, or any other. */
export type Look = 'main' | 'grave' | 'plain'

/**
 * How a record's actions look, in their order. The colour that leads the eye is the first one's, and only while nothing
 * stands in its way:
 * passed on to what comes next, it would lead to giving up. A grave step never has it.
 */
export const looksOf = (actions: ReadonlyArray<Pick<ActionForPerson, 'grave' | 'blockers'>>): Look[] =>
  actions.map(({ grave, blockers }, index) => {
    if (grave) return 'grave'
    return index === 0 && blockers.length === 0 ? 'main' : 'plain'
  })

/** The class that gives a button its look. */
export const LOOK_CLASS: Readonly<Record<Look, string>> = {
  main: 'action action--first',
  grave: 'action action--grave',
  plain: 'action',
}
