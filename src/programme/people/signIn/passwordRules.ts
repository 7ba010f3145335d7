import { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** How short a password may be, in characters. */
export const SHORTEST_PASSWORD = 15

/** How long a password may be, in characters. */
const LONGEST_PASSWORD = 200

/**
 * What is wrong with a password, in a sentence that says what to do; undefined when nothing is. Any characters count.
 * `ownWords` are the names of the charity, the programme and the person: a password made mainly of those is refused, as
 * is one that is easy to guess however long it is. Takes up to a tenth of a second.
 */
export const passwordProblem = async ({
  password,
  ownWords,
}: {
  password: string
  ownWords: readonly string[]
}): Promise<string | undefined> => {
  const length = [...password.normalize('NFC')].length
  if (length === 0) return 'Choose a password.'
  if (length < SHORTEST_PASSWORD)
    return `Your password has ${length} ${length === 1 ? 'character' : 'characters'}. Make it at least ${SHORTEST_PASSWORD}.`
  if (length > LONGEST_PASSWORD)
    return `Your password has ${length} characters. Keep it to ${LONGEST_PASSWORD} at most.`
  if (isMadeOfNames({ password, ownWords }))
    return 'Your password is made of names that others know. Choose words that have nothing to do with you or the charity.'
  return (await guessesNeeded({ password, ownWords })) < FEWEST_GUESSES
    ? 'Your password would be guessed too soon. Choose four words that have nothing to do with each other.'
    : undefined
}

/** As a power of ten: far beyond what a stolen digest of ours could be tried against. */
const FEWEST_GUESSES = 12

/** Whether too few letters are left of a password once the names, and what people put around them, are taken out. */
const isMadeOfNames = ({ password, ownWords }: { password: string; ownWords: readonly string[] }): boolean => {
  const names = partsOf(ownWords)
  const left = names.reduce((rest, name) => rest.replaceAll(name, ' '), withoutDisguise(password))
  return left !== withoutDisguise(password) && left.replaceAll(/[^\p{L}]/gu, '').length < FEWEST_OTHER_LETTERS
}

const FEWEST_OTHER_LETTERS = 8

/** Each name whole and in its parts, longest first. */
const partsOf = (ownWords: readonly string[]): string[] => {
  const parts = ownWords.flatMap((words) => [words, ...words.split(/[^\p{L}\p{N}]+/u)]).map(withoutDisguise)
  return [...new Set(parts)].filter((part) => part.length >= 3).sort((one, other) => other.length - one.length)
}

/**
 * Small letters alone, with the digits and signs that stand for letters put back: `K1ds-0n-Tr@ck` gives `kidsontrack`.
 */
const withoutDisguise = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[013457@$!]/g, (sign) => DISGUISES[sign] ?? sign)
    .replaceAll(/[^\p{L}]/gu, '')

const DISGUISES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * How many guesses an attacker who knows how people choose would need, as a power of ten. What comes after the first
 * sixty-four characters only adds to it, and would only take time.
 */
const guessesNeeded = async ({
  password,
  ownWords,
}: {
  password: string
  ownWords: readonly string[]
}): Promise<number> => (await estimator()).check(password.slice(0, 64), partsOf(ownWords)).guessesLog10

/** Loaded when it is first needed: its word lists take a moment and twenty megabytes. */
const estimator = async (): Promise<ZxcvbnFactory> => {
  const { dictionary } = await import('@zxcvbn-ts/language-en')
  made ??= new ZxcvbnFactory({ dictionary: { ...dictionary, keyboard: KEYBOARD_RUNS } })
  return made
}

let made: ZxcvbnFactory | undefined

/** Runs of keys and words that stand at the head of every list of stolen passwords. */
const KEYBOARD_RUNS = [
  'password',
  'passwort',
  'letmein',
  'welcome',
  'iloveyou',
  'admin',
  'secret',
  'changeme',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'asdfgh',
  'zxcvbnm',
  'zxcvbn',
  'poiuytrewq',
  'lkjhgfdsa',
  'mnbvcxz',
  'qwertz',
  'azerty',
  '1qaz2wsx3edc4rfv5tgb',
  '1qaz2wsx3edc4rfv',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  'zaq12wsxcde34rfv',
  'qazwsxedcrfvtgb',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'tgb',
  'yhn',
  'ujm',
  '1q2w3e4r',
  '5t6y7u8i',
  '9o0p',
  'q1w2e3r4',
  't5y6u7i8',
  '1q2w3e',
  '4r5t6y',
  '7u8i9o',
  'zaq1',
  'xsw2',
  'cde3',
  'vfr4',
  'thisismypassword',
  'correcthorsebatterystaple',
  'trustno',
]
