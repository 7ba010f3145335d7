'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useEffect } from 'react'

/** Once the form was saved, leads back to the record’s page, which says what stands there now. */
export const BackWhenSaved = ({ page, storedVersion }: { page: string; storedVersion: number }) => {
  const router = useRouter()
  const isSaved = Number(useDocumentInfo().data?.rowVersion ?? 0) > storedVersion
  useEffect(() => {
    if (isSaved) router.push(page)
  }, [isSaved, page, router])
  return null
}
