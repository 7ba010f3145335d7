import { CalendarDateField as CalendarDateField_678572357aa7e09a7a925906bd837072 } from '../../../../src/admin/fields/CalendarDateField.tsx'
import { RecordActions as RecordActions_dc77eaa7a5341bf2d4f1768bf9249943 } from '../../../../src/admin/actions/RecordActions.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/fields/CalendarDateField.tsx#CalendarDateField": CalendarDateField_678572357aa7e09a7a925906bd837072,
  "/src/admin/actions/RecordActions.tsx#RecordActions": RecordActions_dc77eaa7a5341bf2d4f1768bf9249943,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
