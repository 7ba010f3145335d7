/**
 * What somebody says by accepting a version: shown above the button, and kept with the signature word for word [POL-4].
 */
export const acceptanceStatement = ({ title, number }: { title: string; number: string }): string =>
  `I have read “${title}”, version ${number}. I understand it, and I will keep to it.`
