'use client'

import { useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps, RelationshipFieldClient } from 'payload'
import { useEffect, useState } from 'react'
import { titleOf } from './relatedTitles.ts'

/**
 * The names of other records in the panel's lists: what each is called, or that it is not this person's to see; never
 * the id under which it is stored, and never a word that stays behind when nothing came. As the first column it leads to
 * its own record.
 */
export const RelatedCell = ({
  cellData,
  field,
  link,
  linkURL,
  collectionSlug,
  rowData,
}: DefaultCellComponentProps<RelationshipFieldClient>) => {
  const { getEntityConfig } = useConfig()
  const collection = String(field.relationTo)
  const ids = idsIn(cellData).join(' ')
  const title = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'id'
  const [found, setFound] = useState<{ ids: string; words: string }>()
  useEffect(() => {
    if (ids === '') return
    let isHere = true
    void Promise.all(ids.split(' ').map((id) => titleOf({ collection, id, title }))).then((titles) => {
      if (isHere) setFound({ ids, words: titles.map((words) => words ?? NOT_THEIRS).join(', ') })
    })
    return () => {
      isHere = false
    }
  }, [collection, ids, title])
  const words = ids === '' ? NOTHING : found?.ids === ids ? found.words : undefined
  if (words === undefined) return <span aria-busy="true" />
  return link ? (
    <a href={linkURL ?? `/admin/collections/${collectionSlug}/${String(rowData.id)}`}>{words}</a>
  ) : (
    <span>{words}</span>
  )
}

const NOTHING = 'None'
const NOT_THEIRS = 'Not shown'

const idsIn = (cell: unknown): string[] => {
  if (Array.isArray(cell)) return cell.flatMap(idsIn)
  if (typeof cell === 'string') return [cell]
  return typeof cell === 'object' && cell !== null && 'id' in cell ? [String(cell.id)] : []
}
