'use client'

import { toast, useStepNav } from '@payloadcms/ui'
import { useEffect } from 'react'

/** Tells the panel’s head which record is shown, and says what a form left to be said here. */
export const RecordPlace = ({ title, kinds, list }: { title: string; kinds: string; list: string }) => {
  const { setStepNav } = useStepNav()
  useEffect(() => {
    setStepNav([{ label: kinds, url: list.replace(/^\/admin/, '') }, { label: title }])
  }, [title, kinds, list, setStepNav])
  useEffect(() => {
    const left = sessionStorage.getItem(LEFT_BY_THE_FORM)
    if (left === null) return
    sessionStorage.removeItem(LEFT_BY_THE_FORM)
    toast.success(left)
  }, [])
  return null
}

/** Where Payload’s form of a new record puts what is to be said on the page that it leads to. */
const LEFT_BY_THE_FORM = 'payload-pending-success-toast'
