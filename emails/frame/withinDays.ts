/** How many days are left at most, in words: "within 30 days". */
export const speakWithin = (days: number): string => `within ${days} days`
