import { chown, cp, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { finished, makeRoot, NODE_USER, startIn, type Container } from './container.ts'
import { listOf, readDockerfile, type Stage } from './dockerfile.ts'

/** What the steps of a Dockerfile come to: the last stage's files, and how they are run. */
export type Image = { container: Container; user: 'root' | 'node'; command: string[]; healthCommand: string[] }

/**
 * Carries the Dockerfile's steps out, each stage in a folder of its own under `folder`. Only what .dockerignore lets
 * through can be copied. Throws an error with what a step printed when it fails.
 */
export const buildImage = async ({
  repository,
  folder,
  report,
}: {
  repository: string
  folder: string
  report: (line: string) => void
}): Promise<Image> => {
  const context = await contextOf({ repository, folder })
  const built = new Map<string, Image>()
  const stages = readDockerfile(await readFile(join(repository, 'Dockerfile'), 'utf8'))
  let image: Image | undefined
  for (const stage of stages) {
    image = await buildStage({
      stage,
      built,
      context,
      root: join(folder, 'stages', stage.name.replaceAll(' ', '-')),
      report,
    })
    built.set(stage.name, image)
  }
  if (!image) throw new Error('The Dockerfile has no stage.')
  return image
}

const buildStage = async ({
  stage,
  built,
  context,
  root,
  report,
}: {
  stage: Stage
  built: ReadonlyMap<string, Image>
  context: string
  root: string
  report: (line: string) => void
}): Promise<Image> => {
  const basis = built.get(stage.from)
  if (basis) await cp(basis.container.root, root, { recursive: true, verbatimSymlinks: true })
  else await makeRoot(root)
  const image: Image = {
    user: basis?.user ?? 'root',
    command: basis?.command ?? [],
    healthCommand: basis?.healthCommand ?? [],
    container: {
      root,
      workingDirectory: basis?.container.workingDirectory ?? '/',
      environment: { ...basis?.container.environment },
    },
  }
  for (const { word, rest } of stage.instructions) {
    report(`${stage.name}: ${word} ${rest.slice(0, 100)}`)
    await steps[word]?.({ rest, image, built, context })
  }
  return image
}

type Step = (given: {
  rest: string
  image: Image
  built: ReadonlyMap<string, Image>
  context: string
}) => Promise<void> | void

/** EXPOSE and VOLUME say something to the engine and change no file. */
const steps: Readonly<Record<string, Step>> = {
  WORKDIR: async ({ rest, image: { container } }) => {
    container.workingDirectory = rest.trim()
    await mkdir(join(container.root, container.workingDirectory), { recursive: true })
  },
  ENV: ({ rest, image: { container } }) => {
    for (const pair of rest.trim().split(/\s+/))
      container.environment[pair.slice(0, pair.indexOf('='))] = pair.slice(pair.indexOf('=') + 1)
  },
  RUN: ({ rest, image: { container, user } }) =>
    finished(startIn({ container, user, command: ['/bin/sh', '-c', rest] })),
  COPY: async ({ rest, image: { container }, built, context }) => {
    const words = rest.trim().split(/\s+/)
    const stage = words.find((word) => word.startsWith('--from='))?.slice('--from='.length)
    const source = stage === undefined ? context : built.get(stage)?.container.root
    if (source === undefined) throw new Error(`There is no stage ${stage} to copy from.`)
    const paths = words.filter((word) => !word.startsWith('--'))
    const to = paths.pop() ?? '.'
    for (const path of paths) {
      const isIntoFolder = to.endsWith('/') || to === '.'
      const target = join(container.root, container.workingDirectory, to, isIntoFolder ? path : '')
      await mkdir(dirname(target), { recursive: true })
      await cp(join(source, path), target, { recursive: true, verbatimSymlinks: true })
    }
  },
  USER: ({ rest, image }) => {
    if (rest.trim() !== 'node') throw new Error(`The rehearsal knows no account ${rest}.`)
    image.user = 'node'
  },
  HEALTHCHECK: ({ rest, image }) => {
    image.healthCommand = listOf(rest)
  },
  CMD: ({ rest, image }) => {
    image.command = listOf(rest)
  },
}

/**
 * The files that .dockerignore lets into the build, in a folder of their own: nothing else can be copied from there.
 */
const contextOf = async ({ repository, folder }: { repository: string; folder: string }): Promise<string> => {
  const context = join(folder, 'context')
  await rm(context, { recursive: true, force: true })
  const named = (await readFile(join(repository, '.dockerignore'), 'utf8'))
    .split('\n')
    .filter((line) => line.startsWith('!'))
  for (const line of named) await cp(join(repository, line.slice(1)), join(context, line.slice(1)), { recursive: true })
  return context
}

/**
 * Gives a volume to the account that the image runs under, as the engine does when it makes a volume from the image's
 * folder.
 */
export const giveVolume = ({ image, folder }: { image: Image; folder: string }): Promise<void> =>
  chown(join(image.container.root, folder), NODE_USER, NODE_USER)
