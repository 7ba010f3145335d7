/** A browser's description of itself in a few words: "Chrome on an Android phone". */
export const deviceWords = (description: string): string => {
  const browser = BROWSERS.find(({ sign }) => sign.test(description))?.words ?? 'A browser'
  const device = DEVICES.find(({ sign }) => sign.test(description))?.words
  return device === undefined ? `${browser} on an unknown device` : `${browser} on ${device}`
}

// The first sign that is found counts: the others' descriptions also name Chrome and Safari.
const BROWSERS = [
  { sign: /\bEdgA?\/|EdgiOS\//, words: 'Edge' },
  { sign: /SamsungBrowser\//, words: 'Samsung Internet' },
  { sign: /OPR\/|OPiOS\//, words: 'Opera' },
  { sign: /Firefox\/|FxiOS\//, words: 'Firefox' },
  { sign: /Chrome\/|CriOS\//, words: 'Chrome' },
  { sign: /Safari\//, words: 'Safari' },
]

const DEVICES = [
  { sign: /iPhone/, words: 'an iPhone' },
  { sign: /iPad/, words: 'an iPad' },
  { sign: /Android.*Mobile/, words: 'an Android phone' },
  { sign: /Android/, words: 'an Android tablet' },
  { sign: /Windows/, words: 'a Windows computer' },
  { sign: /CrOS/, words: 'a Chromebook' },
  { sign: /Macintosh/, words: 'a Mac' },
  { sign: /Linux/, words: 'a Linux computer' },
]
