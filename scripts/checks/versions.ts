import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Packages that must not be older than this anywhere in the lockfile, and why. Raise a floor when an advisory says so.
 */
const versionFloors: readonly { name: string; floor: string; because: string }[] = [
  { name: 'payload', floor: '3.90.2', because: '3.90.0 closed a batch of severe advisories' },
  { name: 'next', floor: '16.3.8', because: 'earlier 16.x has critical advisories' },
  { name: 'drizzle-orm', floor: '0.45.2', because: 'the release that our migrations and Payload share' },
  { name: 'nodemailer', floor: '10.0.0', because: 'the release our invitations were tried with' },
  { name: 'express', floor: '5.0.0', because: 'a rejected promise in a handler must become an answer' },
]

/** Packages that work only when all of them have one version. */
const payloadFamily = [
  'payload',
  '@payloadcms/db-postgres',
  '@payloadcms/drizzle',
  '@payloadcms/graphql',
  '@payloadcms/next',
  '@payloadcms/richtext-lexical',
  '@payloadcms/translations',
  '@payloadcms/ui',
]

/** Packages of which a second copy breaks types or shares no state. */
const singleCopies = ['drizzle-orm', 'payload', 'react', 'react-dom', 'next', 'graphql']

/** What is read of package.json and package-lock.json. */
export type Manifests = {
  manifest: { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }
  lockfile: {
    packages: Record<string, { version?: string; link?: boolean; optionalDependencies?: Record<string, string> }>
  }
}

/**
 * What is wrong with the versions that an installation would get, one sentence each: a version that is not exact, a
 * package under its floor, a Payload family that does not match, a second copy, a package that only another kind of
 * machine needs and that the lockfile leaves out. Empty when all is well.
 */
export const versionProblems = ({ manifest, lockfile }: Manifests): string[] => {
  const copies = new Map<string, { path: string; version: string }[]>()
  for (const [path, { version, link }] of Object.entries(lockfile.packages)) {
    const name = path.split('node_modules/').at(-1) ?? ''
    if (path === '' || version === undefined || link) continue
    copies.set(name, [...(copies.get(name) ?? []), { path, version }])
  }
  const versionsOf = (name: string): string[] => [...new Set((copies.get(name) ?? []).map(({ version }) => version))]

  const inexact = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, range]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range))
    .map(([name, range]) => `${name} is asked for as "${range}": name one exact version in package.json.`)

  const tooOld = versionFloors.flatMap(({ name, floor, because }) => [
    ...(copies.has(name) ? [] : [`${name} is missing from the lockfile.`]),
    ...versionsOf(name)
      .filter((version) => isOlder(version, floor))
      .map((version) => `${name} is ${version}, and must be ${floor} or newer: ${because}.`),
  ])

  const familyVersions = new Set(payloadFamily.flatMap(versionsOf))
  const mismatch =
    familyVersions.size > 1
      ? [`Payload's packages must have one version, and have ${[...familyVersions].sort().join(', ')}.`]
      : []

  const doubled = singleCopies
    .filter((name) => (copies.get(name) ?? []).length > 1)
    .map(
      (name) =>
        `${name} would be installed more than once: ${(copies.get(name) ?? []).map(({ path, version }) => `${path} ${version}`).join(', ')}.`,
    )

  const leftOut = Object.entries(lockfile.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !isLocked({ lockfile, name, from: path }))
      .map(
        (name) =>
          `The lockfile leaves out ${name}, which another kind of machine needs, so that npm ci refuses it: run npm install where the registry has that package.`,
      ),
  )

  return [...inexact, ...tooOld, ...mismatch, ...doubled, ...leftOut]
}

/** The problems of the repository in `folder`. */
export const versionProblemsOf = async ({ folder }: { folder: string }): Promise<string[]> =>
  versionProblems({
    manifest: JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifests['manifest'],
    lockfile: JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as Manifests['lockfile'],
  })

/**
 * Whether a package that stands at `from` would find another one in the lockfile: within itself, or in a folder above.
 */
const isLocked = ({
  lockfile,
  name,
  from,
}: {
  lockfile: Manifests['lockfile']
  name: string
  from: string
}): boolean => {
  const line = from === '' ? [''] : `/${from}`.split('/node_modules/')
  return line.some(
    (_, depth) => lockfile.packages[[...line.slice(0, depth + 1), name].join('/node_modules/').slice(1)] !== undefined,
  )
}

/** Compares major, minor and patch; a pre-release of the floor itself is older than the floor. */
const isOlder = (version: string, floor: string): boolean => {
  const [ours, theirs] = [partsOf(version), partsOf(floor)]
  for (const place of [0, 1, 2]) {
    const difference = (ours[place] ?? 0) - (theirs[place] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return version.includes('-')
}

const partsOf = (version: string): number[] => (version.split('-')[0] ?? '').split('.').map(Number)
