import { z } from 'zod'

/** How many days are left at most, as a notification keeps it. */
export const withinDays = z.number().int().min(1).max(366)

/** The same in words: "within 30 days". */
export const speakWithin = (days: number): string => `within ${days} days`
