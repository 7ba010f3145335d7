import { defineArea } from '../../core/house/defineArea.ts'
import { isAdministrator } from '../people/roles.ts'

/** Where the set-up's task list stands in the panel. */
export const SET_UP = '/admin/set-up'

/** How a deployment is brought into use. It keeps nothing: how far it is follows from what is stored. */
export const setUp = defineArea({
  name: 'setUp',
  records: [],
  menu: [{ under: 'Settings', place: 8, words: 'Set-up', href: SET_UP, concerns: isAdministrator }],
  quickLinks: [{ place: 15, words: 'Set-up, and what is unsafe', href: SET_UP, concerns: isAdministrator }],
})
