import type { PayloadRequest } from 'payload'
import type { RecordData } from '../../core/workflow/workflow.ts'

/** What a part of a record's page is given: the record, as this person may read it. */
export type RecordPartProps = { id: string; data: RecordData; req: PayloadRequest; collectionSlug: string }
