'use client'

import { useListQuery } from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { isCalendarDate, isLondonTime, londonDate, londonMoment, londonTime } from '../../core/clock/londonDates.ts'

type Condition = Record<string, Record<string, unknown>>
type Place = { or: number; and: number }

/**
 * What a list is filtered by where the field holds a moment: a day of London, and an hour of it where one is given,
 * whatever the browser's own time zone. A day alone means all of it; the server knows a day by its form
 * (`wholeDays.ts`). Payload draws one such element for every condition on the field and tells it nothing, so it finds
 * out by its place among the conditions which of them is its own.
 */
export const MomentFilter = () => {
  const { query, handleWhereChange } = useListQuery()
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>()
  const [typed, setTyped] = useState<{ day: string; time: string; of: unknown }>()
  const conditions = conditionsIn(query.where)
  const own = place && conditions[place.or]?.and[place.and]
  const [field = '', asked = {}] = Object.entries(own ?? {})[0] ?? []
  const [operator = 'equals', value] = Object.entries(asked)[0] ?? []
  const now = typed && typed.of === value ? typed : halvesOf(value)

  const change = (half: { day?: string; time?: string }): void => {
    if (!place || field === '') return
    const next = { ...now, ...half }
    const said = momentOf(next)
    setTyped({ ...next, of: said ?? value })
    if (said === undefined || said === value) return
    void handleWhereChange?.({
      or: conditions.map(({ and }, or) => ({
        and: and.map((one, at) => (or === place.or && at === place.and ? { [field]: { [operator]: said } } : one)),
      })),
    } as never)
  }

  return (
    <div
      ref={(element) => {
        box.current = element
        const found = element ? placeOf(element) : undefined
        if (found && (found.or !== place?.or || found.and !== place.and)) setPlace(found)
      }}
      className="moment-filter"
    >
      <input
        type="date"
        aria-label="Which day"
        value={now.day}
        onChange={(event) => change({ day: event.target.value })}
      />
      <input
        type="time"
        aria-label="What time, if one is meant"
        value={now.time}
        onChange={(event) => change({ time: event.target.value })}
      />
    </div>
  )
}

/** Which condition of the list an element belongs to, counted as they stand. */
const placeOf = (element: Element): Place | undefined => {
  const and = element.closest('.where-builder__and-filters > li')
  const or = element.closest('.where-builder__or-filters > li')
  if (!and?.parentElement || !or?.parentElement) return undefined
  return { or: [...or.parentElement.children].indexOf(or), and: [...and.parentElement.children].indexOf(and) }
}

const conditionsIn = (where: unknown): Array<{ and: Condition[] }> => {
  const or = (where as { or?: unknown } | undefined)?.or
  return Array.isArray(or)
    ? or.map((one: { and?: unknown }) => ({ and: Array.isArray(one.and) ? (one.and as Condition[]) : [] }))
    : []
}

const halvesOf = (value: unknown): { day: string; time: string } => {
  if (typeof value !== 'string') return { day: '', time: '' }
  if (isCalendarDate(value)) return { day: value, time: '' }
  const moment = new Date(value)
  return Number.isNaN(moment.getTime()) ? { day: '', time: '' } : { day: londonDate(moment), time: londonTime(moment) }
}

/** What is asked: a day, or a moment; null where the day was emptied, undefined while it is still being typed. */
const momentOf = ({ day, time }: { day: string; time: string }): string | null | undefined => {
  if (day === '') return null
  if (!isCalendarDate(day) || day < FIRST_DAY) return undefined
  if (time === '') return day
  return isLondonTime({ date: day, time }) ? londonMoment({ date: day, time }).toISOString() : undefined
}

/** A year is typed sign by sign: the year 202 is on its way to 2026. */
const FIRST_DAY = '1900-01-01'
