import { expect, test } from '@jest/globals'
import { dictionary } from '@zxcvbn-ts/language-en'
import { passwordProblem } from '../../../src/programme/people/signIn/passwordRules.ts'
import { digestPassword, passwordMatches } from '../../../src/programme/people/signIn/passwords.ts'

const ownWords = ['Kids on Track', 'Mentoring', 'Harper Sample', 'harper.sample@example.org']
const problem = (password: string): Promise<string | undefined> => passwordProblem({ password, ownWords })

test.each([
  ['fourteen lette', /has 14 characters. Make it at least 15/],
  ['é'.normalize('NFD').repeat(14), /has 14 characters/],
  ['x', /has 1 character\./],
  ['', /Choose a password/],
  [`${'a lamp by the sea '.repeat(12)}`.slice(0, 201), /has 201 characters. Keep it to 200/],
])('%j is refused for its length', async (password, sentence) => {
  expect(await problem(password)).toMatch(sentence)
})

test('a name of three letters is a name, whatever stands around it; of two it is none', async () => {
  const made = (names: string[]) => passwordProblem({ password: 'Bob! Bob? Bob. Bob, zebra', ownWords: names })
  expect(await made(['Bob Sample'])).toMatch(/made of names/)
  expect((await passwordProblem({ password: 'Bo! Bo? Bo. Bo, Bo: zebra', ownWords: ['Bo Sample'] })) ?? '').not.toMatch(
    /made of names/,
  )
})

test.each([
  'velvet cactus 99',
  'purple elephants like cheese',
  '🦔🌵🎻🚲🧀🦑🪁🎩🦋🍄🪐🐙🌋🧲🦭',
  'Ωμέγα και άλφα στη θάλασσα',
  '   spaces in   front count   too ',
  'only for trying it out',
  "'; drop table users; -- maybe",
  `${'lamp sea moss fern '.repeat(11)}`.slice(0, 200),
])('%j is taken: any characters count', async (password) => {
  expect(await problem(password)).toBeUndefined()
})

test.each([
  'passwordpassword',
  'P@ssw0rdP@ssw0rd',
  '123456789012345',
  'aaaaaaaaaaaaaaaa',
  'abcabcabcabcabcabc',
  'qwertyuiopasdfgh',
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y7u8i',
  'qwertyuiopqwertyuiop',
  'iloveyouiloveyou',
  'thisismypassword',
  'letmeinletmeinletmein',
  'correcthorsebatterystaple',
  'Welcome123456789',
  'x'.repeat(200),
])('%j is common, and refused', async (password) => {
  expect(await problem(password)).toMatch(/guessed too soon/)
})

test.each([
  'Kids on Track 2026!!',
  'kidsontrackkidsontrack',
  'K1ds-0n-Tr@ck-M3nt0r1ng',
  'Mentoring2026!!!!!',
  'harper sample 1990',
  'HarperSample1990!',
  'harper.sample@example.org',
  'sampleharpersample',
  'KIDS ON TRACK harper',
  'Kids on Track pass',
])('%j is made of names that others know, and refused', async (password) => {
  expect(await problem(password)).toMatch(/made of names/)
})

test('a name among other words is no harm', async () => {
  expect(await problem('harper keeps seven green umbrellas')).toBeUndefined()
})

test('of the English word list’s three thousand commonest words, none is taken, nor the first two hundred of them repeated until they are long enough', async () => {
  const commonest = (dictionary['commonWords-en'] as string[]).slice(0, 3000)
  expect(commonest).toHaveLength(3000)
  const taken: string[] = []
  for (const [place, word] of commonest.entries())
    for (const password of [word, ...(place < 200 ? [word.repeat(Math.ceil(15 / word.length))] : [])])
      if ((await problem(password)) === undefined) taken.push(password)
  expect(taken).toEqual([])
})

test('a password matches however its accents were typed, and is not cut short', async () => {
  const long = `${'é'.repeat(199)}a`
  const digest = await digestPassword(long.normalize('NFD'))
  expect(await passwordMatches({ password: long, digest })).toBe(true)
  expect(await passwordMatches({ password: `${'é'.repeat(199)}b`, digest })).toBe(false)
  expect(digest).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$/)
})
