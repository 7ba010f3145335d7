import { defineArea } from '../../core/house/defineArea.ts'
import { toListOf } from '../../core/house/quickLinks.ts'
import { isCaseworker } from '../people/roles.ts'
import { guidancePages } from './GuidancePages.ts'
import { programmeValues } from './ProgrammeValues.ts'

/** What volunteers ask, answered once; and the values that belong to everything the charity does [GUI-1]. */
export const guidance = defineArea({
  name: 'guidance',
  records: [guidancePages, programmeValues],
  navigation: [{ under: 'Policies', place: 3, records: [guidancePages, programmeValues] }],
  menu: [{ under: 'Policies', place: 4, words: 'Guidance', href: toListOf(guidancePages), concerns: isCaseworker }],
})
