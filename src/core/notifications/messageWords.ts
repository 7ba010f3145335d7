/** What a message is called where it is spoken of: "Consent request". */
export const messageWords = (template: string): string => {
  const words = template.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
