/** Rows of one collection, ready to be written. */
export type SampleRows = { collection: string; rows: Array<Record<string, unknown>> }
