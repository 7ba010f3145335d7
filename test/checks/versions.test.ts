import { fileURLToPath } from 'node:url'
import { expect, test } from '@jest/globals'
import { versionProblems, versionProblemsOf, type Manifests } from '../../scripts/checks/versions.ts'

const sound = (): Manifests => ({
  manifest: {
    dependencies: { payload: '3.90.2', next: '16.4.6' },
    devDependencies: { '@sparticuz/chromium': '143.0.4' },
  },
  lockfile: {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/payload': { version: '3.90.2' },
      'node_modules/@payloadcms/ui': { version: '3.90.2' },
      'node_modules/next': { version: '16.4.6' },
      'node_modules/drizzle-orm': { version: '0.45.2' },
      'node_modules/nodemailer': { version: '10.6.0' },
      'node_modules/express': { version: '5.3.0' },
    },
  },
})

const problemsWith = (change: (manifests: Manifests) => void): string[] => {
  const manifests = sound()
  change(manifests)
  return versionProblems(manifests)
}

test('finds nothing wrong with this repository', async () => {
  expect(await versionProblemsOf({ folder: fileURLToPath(new URL('../..', import.meta.url)) })).toEqual([])
})

test('finds nothing wrong with sound versions', () => {
  expect(problemsWith(() => undefined)).toEqual([])
})

test.each<{ what: string; change: (manifests: Manifests) => void; problem: RegExp }>([
  {
    what: 'a range',
    change: ({ manifest }) => (manifest.dependencies = { next: '^16.4.6' }),
    problem: /next is asked for as "\^16\.4\.6"/,
  },
  {
    what: 'an old package',
    change: ({ lockfile }) => (lockfile.packages['node_modules/next'] = { version: '16.3.7' }),
    problem: /next is 16\.3\.7, and must be 16\.3\.8/,
  },
  {
    what: 'a pre-release of the floor',
    change: ({ lockfile }) => (lockfile.packages['node_modules/next'] = { version: '16.3.8-canary.1' }),
    problem: /next is 16\.3\.8-canary\.1/,
  },
  {
    what: 'an old copy deep inside',
    change: ({ lockfile }) => (lockfile.packages['node_modules/other/node_modules/express'] = { version: '4.22.0' }),
    problem: /express is 4\.22\.0/,
  },
  {
    what: 'a package that is missing',
    change: ({ lockfile }) => delete lockfile.packages['node_modules/express'],
    problem: /express is missing/,
  },
  {
    what: 'a family that parts',
    change: ({ lockfile }) => (lockfile.packages['node_modules/@payloadcms/ui'] = { version: '3.91.0' }),
    problem: /one version, and have 3\.90\.2, 3\.91\.0/,
  },
  {
    what: 'a package for another kind of machine that is left out',
    change: ({ lockfile }) => {
      lockfile.packages['node_modules/next'] = {
        version: '16.4.6',
        optionalDependencies: {
          '@next/swc-linux': '16.4.6',
          '@next/swc-darwin': '16.4.6',
          '@next/swc-inside': '16.4.6',
        },
      }
      lockfile.packages['node_modules/@next/swc-linux'] = { version: '16.4.6' }
      lockfile.packages['node_modules/next/node_modules/@next/swc-inside'] = { version: '16.4.6' }
    },
    problem: /leaves out @next\/swc-darwin,/,
  },
  {
    what: 'a second copy',
    change: ({ lockfile }) => (lockfile.packages['node_modules/x/node_modules/drizzle-orm'] = { version: '0.45.2' }),
    problem: /drizzle-orm would be installed more than once/,
  },
])('names $what', ({ change, problem }) => {
  expect(problemsWith(change)).toEqual([expect.stringMatching(problem)])
})
