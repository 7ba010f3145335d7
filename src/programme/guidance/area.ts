import { defineArea } from '../../core/house/defineArea.ts'
import { guidancePages } from './GuidancePages.ts'
import { programmeValues } from './ProgrammeValues.ts'

/** What volunteers ask, answered once; and the values that belong to everything the charity does [GUI-1]. */
export const guidance = defineArea({
  name: 'guidance',
  records: [guidancePages, programmeValues],
  navigation: [{ under: 'Guidance', place: 1, records: [guidancePages, programmeValues] }],
})
