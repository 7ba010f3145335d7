/** The kinds of file that are kept, with the ending of their names. */
export const FILE_KINDS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** One of them. */
export type FileKind = keyof typeof FILE_KINDS
