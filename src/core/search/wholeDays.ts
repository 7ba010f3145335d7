import type { Field, Where } from 'payload'
import { daysAfter, isCalendarDate, londonMoment } from '../clock/londonDates.ts'

/**
 * A filter in which a moment is compared with a day (“2026-03-03”) turned into one of moments: the day is London's, from
 * its first minute to its last, whatever the time zone of whoever asks or of the database. Whatever else it holds stays
 * as it is.
 */
export const wholeDays = ({ where, fields }: { where: unknown; fields: readonly Field[] }): unknown => {
  const moments = new Set(momentsAmong(fields))
  const turned = (part: unknown): unknown => {
    if (!isObject(part)) return part
    const parts = Object.entries(part).map(([key, value]): Where | [string, unknown] => {
      if ((key === 'and' || key === 'or') && Array.isArray(value)) return [key, value.map(turned)]
      return moments.has(key) && isObject(value) ? daysWithin(key, value) : [key, value]
    })
    const kept = Object.fromEntries(parts.filter((one): one is [string, unknown] => Array.isArray(one)))
    const days = parts.filter((one): one is Where => !Array.isArray(one))
    if (days.length === 0) return kept
    return days.length === 1 && Object.keys(kept).length === 0 ? days[0] : { and: [kept, ...days] }
  }
  return turned(where)
}

const daysWithin = (name: string, conditions: Record<string, unknown>): Where | [string, unknown] => {
  const [[operator, value] = ['', undefined], ...others] = Object.entries(conditions)
  if (others.length > 0 || typeof value !== 'string' || !isCalendarDate(value)) return [name, conditions]
  const from = londonMoment({ date: value, time: '00:00' }).toISOString()
  const until = londonMoment({ date: daysAfter({ date: value, days: 1 }), time: '00:00' }).toISOString()
  const within: Readonly<Record<string, Where>> = {
    equals: { and: [{ [name]: { greater_than_equal: from } }, { [name]: { less_than: until } }] },
    not_equals: { or: [{ [name]: { less_than: from } }, { [name]: { greater_than_equal: until } }] },
    greater_than: { [name]: { greater_than_equal: until } },
    greater_than_equal: { [name]: { greater_than_equal: from } },
    less_than: { [name]: { less_than: from } },
    less_than_equal: { [name]: { less_than: until } },
  }
  return within[operator] ?? [name, conditions]
}

const momentsAmong = (fields: readonly Field[]): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'tabs') return field.tabs.flatMap((tab) => ('name' in tab ? [] : momentsAmong(tab.fields)))
    if ('fields' in field && !('name' in field)) return momentsAmong(field.fields)
    return field.type === 'date' ? [field.name] : []
  })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
