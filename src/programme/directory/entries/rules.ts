import { caseworkersOnly } from '../../people/rules.ts'
import { costIsSaid, agesInOrder } from '../rules.ts'
import type { Guard, RecordData } from '../../../core/workflow/workflow.ts'

type EntryGuard = Guard<RecordData>

/** Whose work it is, and what everybody else is told [DIR-1]. */
export const caseworker = caseworkersOnly({
  rule: 'DIR-1',
  reason: 'The committee and the co-ordinator keep the directory.',
  nextStep: 'Suggest it to them.',
})

/** A place says what it costs [DIR-1]. */
export const costSaid: EntryGuard = ({ cost, costPence, costWords }) => costIsSaid({ cost, costPence, costWords })

/** The ages of a place are in order [DIR-1]. */
export const agesFit: EntryGuard = ({ ageFrom, ageTo }) => agesInOrder({ ageFrom, ageTo })
