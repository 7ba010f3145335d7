// Runs one of the programme's starts: node --conditions=production src/run.mjs start (or server, migrate, auditVerify,
// policiesStarting, administratorFirst).
//
// First it turns all TypeScript into plain files under .compiled/, which takes half a second and is kept until a source
// changes; without a name it only does that. A loader that translates while it loads (tsx) sends every module, those of
// the packages too, through a second thread, which costs Node 20 four seconds a start. Plain JavaScript, because it
// comes first.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const starts = ['start', 'server', 'migrate', 'auditVerify', 'policiesStarting', 'administratorFirst', 'fileReader']
const project = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(project, '.compiled')

const texts = new Map(
  ['src', 'emails', 'migrations', 'payload.config.ts']
    .flatMap((path) => filesUnder(join(project, path)))
    .map((path) => [path, readFileSync(path, 'utf8')]),
)
const compiled = join(folder, fingerprintOf(texts))
try {
  if (!existsSync(compiled)) await compile()
} catch (problem) {
  process.stderr.write(`${sentenceFor(problem)}\n`)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
const name = process.argv[2]
if (name) await import(pathToFileURL(join(compiled, `${name}.js`)).href)

/** All or nothing: written beside, then renamed, so that one that is killed, or two at the same time, do no harm. */
async function compile() {
  const beside = `${compiled}.${randomBytes(4).toString('hex')}`
  try {
    const { build } = await import('esbuild')
    mkdirSync(folder, { recursive: true })
    await build({
      absWorkingDir: project,
      entryPoints: starts.map((start) => `src/${start}.ts`),
      outdir: beside,
      bundle: true,
      splitting: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      jsx: 'automatic',
      sourcemap: 'linked',
      sourcesContent: false,
      logLevel: 'silent',
      plugins: [{ name: 'own-address', setup: keepOwnAddress }],
    })
    renameSync(beside, compiled)
  } catch (problem) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(compiled)) throw problem
  }
  clearAway()
}

/** A file that asks where it is (for the stylesheet beside it, say) means its source, not what was made of it. */
function keepOwnAddress({ onLoad }) {
  onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
    const text = texts.get(path)
    if (!text?.includes('import.meta')) return undefined
    const contents = text
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
    return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' }
  })
}

/** The last three are kept, since a programme that is still running may have parts of its own left to load. */
function clearAway() {
  const byAge = readdirSync(folder)
    .map((entry) => join(folder, entry))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  for (const path of byAge.slice(3)) rmSync(path, { recursive: true, force: true })
}

function filesUnder(path) {
  if (statSync(path).isFile()) return /\.tsx?$/.test(path) ? [path] : []
  return readdirSync(path)
    .sort()
    .flatMap((entry) => filesUnder(join(path, entry)))
}

function fingerprintOf(files) {
  const hash = createHash('sha256').update(readFileSync(fileURLToPath(import.meta.url)))
  for (const [path, text] of files) hash.update(`${path}\0${text.length}\0${text}`)
  return hash.digest('hex').slice(0, 24)
}

function sentenceFor(problem) {
  const words = problem instanceof Error ? problem.message : String(problem)
  if (problem?.code === 'ERR_MODULE_NOT_FOUND') return 'The packages are not installed: run npm install first.'
  if (/ENOSPC|EDQUOT|no space left|quota exceeded/i.test(words))
    return 'The disk is full: free at least 300 MB and start again; nothing that was saved is lost.'
  if (/EACCES|EPERM|EROFS|permission denied|read-only/i.test(words))
    return `This account may not write ${folder}: start from the account that owns the project's folder, or give it the folder.`
  return `The programme's own source does not compile. ${words}`
}
