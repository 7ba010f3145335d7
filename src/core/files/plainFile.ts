import { fileTypeFromBuffer } from 'file-type'
import { checkedPdf } from './checkedPdf.ts'
import { FILE_KINDS, type FileKind } from './fileKinds.ts'
import { foreignPicture } from './pictureKind.ts'
import { plainImage } from './plainImage.ts'
import { unreadable } from './unreadable.ts'

/** A file that somebody brings. */
export type FileGiven = { bytes: Uint8Array }

/** What is kept of a file: what it is by its own content, and its bytes without what they should not say. */
export type PlainFile = { kind: FileKind; bytes: Uint8Array }

/**
 * What is kept of a file that somebody brings: a PDF with pages and nothing that runs, or a picture drawn anew,
 * upright, without the place, the device and whatever else its camera wrote into it. Undefined where it is of no kind
 * that is kept, whatever its name says. Throws `unreadable` for what is damaged, hidden behind a password, a picture of
 * another kind, or does more than show pages.
 */
export const plainFile = async ({ bytes }: FileGiven): Promise<PlainFile | undefined> => {
  const kind = await kindOf(bytes)
  if (kind === undefined) {
    const picture = foreignPicture(bytes)
    if (picture)
      throw unreadable({
        reason: `This is a ${picture}, which not every screen and printer can show.`,
        nextStep: `Save it as JPEG, and choose that.${picture.includes('iPhone') ? ' On the iPhone: Settings, Camera, Formats, “Most Compatible”, then photograph the form again.' : ''}`,
      })
    return undefined
  }
  return { kind, bytes: kind === 'application/pdf' ? await checkedPdf(bytes) : await plainImage({ bytes, kind }) }
}

/** The kind by the content alone; undefined for every other. */
const kindOf = async (bytes: Uint8Array): Promise<FileKind | undefined> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return (Object.keys(FILE_KINDS) as FileKind[]).find((kind) => kind === found?.mime)
}
