import { DefaultEditView } from '@payloadcms/ui'
import { redirect } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'
import type { ComponentProps } from 'react'
import { workOf } from '../../core/access/work.ts'
import { toRecord } from '../../core/house/recordPage.ts'
import { mayBeChanged } from '../../core/record/loadRecordPage.ts'
import type { RecordData } from '../../core/workflow/workflow.ts'
import { BackWhenSaved } from './BackWhenSaved.tsx'

/**
 * Payload's own form of a record, with what may be changed of it. Of a record of which nothing may be changed there is
 * none: its page is shown.
 */
export const ChangeDetails = async ({
  initPageResult: { req, collectionConfig, docID },
  doc,
  ...slots
}: DocumentViewServerProps & FormProps) => {
  if (!collectionConfig || docID === undefined) return null
  const id = String(docID)
  const page = toRecord({ collection: collectionConfig.slug, id })
  if (!(await mayBeChanged({ work: workOf(req), config: collectionConfig, record: doc as RecordData, id })))
    redirect(page)
  return (
    <>
      <p className="change-details__back">
        <a href={page}>Back without changing anything</a>
      </p>
      <BackWhenSaved page={page} storedVersion={Number((doc as RecordData).rowVersion ?? 1)} />
      <DefaultEditView {...slotsAmong(slots)} />
    </>
  )
}

/** What the form takes of all that Payload hands a view; the rest is for the server alone. */
const slotsAmong = ({ BeforeDocumentControls, Description, EditMenuItems, SaveButton, Status }: FormProps): FormProps =>
  ({ BeforeDocumentControls, Description, EditMenuItems, SaveButton, Status }) as FormProps

type FormProps = ComponentProps<typeof DefaultEditView>
