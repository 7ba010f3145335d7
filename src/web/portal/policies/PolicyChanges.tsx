import type { ReactElement } from 'react'
import { countChanges, type ComparedBlock } from '../../../core/richText/compare.ts'
import { Redline } from '../../design/Redline.tsx'

/** Word by word, what is new and what is gone: alone, or within the whole text. */
export const PolicyChanges = ({
  blocks,
  onlyChanges = false,
}: {
  blocks: readonly ComparedBlock[]
  onlyChanges?: boolean
}): ReactElement =>
  countChanges(blocks) === 0 ? (
    <p>Not a word of the text differs.</p>
  ) : (
    <>
      <p>What is new is underlined. What is gone is struck through.</p>
      <Redline blocks={blocks} onlyChanges={onlyChanges} />
    </>
  )
