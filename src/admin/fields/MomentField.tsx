'use client'

import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { DateFieldClientComponent } from 'payload'
import { useId, useState } from 'react'
import { isLondonTime, londonDate, londonMoment, londonTime, NO_SUCH_TIME } from '../../core/clock/londonDates.ts'

type Typed = { date: string; time: string }

/**
 * A moment in the panel: a day and an hour of London, whatever the browser's own time zone. What is typed of one half
 * stays while the other is missing.
 */
export const MomentField: DateFieldClientComponent = ({ field, path, readOnly }) => {
  const id = useId()
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const [typed, setTyped] = useState<Typed & { of: string | null }>()
  // Once the record brings another moment, what was typed before is over.
  const now = typed && typed.of === (value ?? null) ? typed : halvesOf(value)
  const isFixed = Boolean(readOnly) || disabled
  const change = (half: Partial<Typed>): void => {
    const next = { ...now, ...half }
    const moment = momentOf(next)
    setTyped({ ...next, of: moment })
    setValue(moment)
  }
  const isMissingAnHour = now.date !== '' && now.time !== '' && !isLondonTime(now)
  return (
    <div className="field-type text">
      <FieldLabel htmlFor={`${id}-date`} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap moment-field">
        <FieldError
          message={isMissingAnHour ? NO_SUCH_TIME : errorMessage}
          path={path}
          showError={showError || isMissingAnHour}
        />
        <input
          id={`${id}-date`}
          type="date"
          value={now.date}
          onChange={(event) => change({ date: event.target.value })}
          disabled={isFixed}
        />
        <label className="moment-field__time" htmlFor={`${id}-time`}>
          Time
        </label>
        <input
          id={`${id}-time`}
          type="time"
          value={now.time}
          onChange={(event) => change({ time: event.target.value })}
          disabled={isFixed}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}

const halvesOf = (value: string | null | undefined): Typed => {
  const moment = value ? new Date(value) : undefined
  return moment && !Number.isNaN(moment.getTime())
    ? { date: londonDate(moment), time: londonTime(moment) }
    : { date: '', time: '' }
}

/** The moment as it is stored; null while a half is missing, or where the clocks leave that hour out. */
const momentOf = ({ date, time }: Typed): string | null =>
  date !== '' && time !== '' && isLondonTime({ date, time }) ? londonMoment({ date, time }).toISOString() : null
