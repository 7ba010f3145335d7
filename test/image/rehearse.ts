// npm run image:rehearse: carries out the steps of the Dockerfile without a Docker engine, and then runs what came of
// them as docker-compose.yml would: the tables made by their owner, a web process and a worker as an ordinary user
// without rights, on a root that cannot be written to, against a real PostgreSQL with the roles of
// docker/createRoles.sh. It needs Linux, root and
// `unshare`. The machine's own Node and Debian stand for the image's.
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { createCluster } from '../../src/local/database/cluster.ts'
import { composeWith } from '../support/compose.ts'
import { makeContainerRoles } from '../support/containerRoles.ts'
import { buildImage, giveVolume } from './build.ts'
import { finished, startIn } from './container.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const started = performance.now()
const report = (line: string): void =>
  void process.stdout.write(`[${((performance.now() - started) / 1000).toFixed(0)} s] ${line}\n`)
const secret = (): string => randomBytes(36).toString('base64')

if (process.getuid?.() !== 0 || process.platform !== 'linux') {
  process.stderr.write('The rehearsal of the image needs Linux and root: it makes mounts of its own.\n')
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'mentoring-image-'))
const home = await mkdtemp(join(tmpdir(), 'mentoring-image-database-'))
const cluster = await createCluster({ home })
try {
  const image = await buildImage({ repository, folder, report })
  await giveVolume({ image, folder: '/data' })
  await cluster.start()
  const { ownerUrl, webUrl } = await makeContainerRoles({
    cluster,
    ownerPassword: 'owner-word',
    webPassword: 'web-word',
  })

  const port = 20_000 + (randomBytes(2).readUInt16BE() % 1_000)
  const values = {
    ...parseEnv(await readFile(join(repository, '.env.example'), 'utf8')),
    PAYLOAD_SECRET: secret(),
    LINK_SECRET: secret(),
    SMTP_URL: 'smtp://127.0.0.1:9',
    POSTGRES_PASSWORD: 'unused',
    DATABASE_OWNER_PASSWORD: 'owner-word',
    DATABASE_WEB_PASSWORD: 'web-word',
  }
  const { services } = composeWith({
    text: await readFile(join(repository, 'docker-compose.yml'), 'utf8'),
    values,
  }).compose
  const inImage = (
    name: string,
    {
      volumes,
      ...changes
    }: { volumes: readonly string[]; DATABASE_URL?: string; DATABASE_OWNER_URL?: string; PORT?: string },
  ): ReturnType<typeof startIn> =>
    startIn({
      container: image.container,
      user: image.user,
      isReadOnly: services[name]?.read_only ?? false,
      volumes,
      command: services[name]?.command ?? image.command,
      environment: { ...services[name]?.environment, ...changes },
    })

  report('migrate: the tables, by their owner')
  await finished(inImage('migrate', { volumes: [], DATABASE_OWNER_URL: ownerUrl }))

  const web = inImage('web', { volumes: ['/data'], DATABASE_URL: webUrl, PORT: String(port) })
  const worker = inImage('worker', { volumes: ['/data'], DATABASE_URL: webUrl, PORT: String(port + 1) })
  const ends = [web, worker].map((process) => finished(process))
  const ended = Promise.all(ends)
  ended.catch(() => undefined)
  try {
    for (const [name, itsPort] of [
      ['web', port],
      ['worker', port + 1],
    ] as const) {
      const check = (): Promise<void> =>
        finished(
          startIn({
            container: { ...image.container, environment: { ...image.container.environment, PORT: String(itsPort) } },
            user: image.user,
            command: image.healthCommand,
          }),
        )
      await Promise.race([
        untilWell(check),
        ended.then(() => Promise.reject(new Error(`${name} ended before it was well.`))),
      ])
      report(`${name}: its health check passes`)
    }
    for (const path of ['/', '/sign-in', '/admin/login']) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        headers: { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'mentoring.example.org' },
        redirect: 'manual',
      })
      report(`${path} answers ${answer.status}, ${(await answer.text()).length} letters`)
      if (answer.status >= 400) throw new Error(`${path} answered ${answer.status}.`)
    }
  } finally {
    const stopping = performance.now()
    for (const process of [web, worker]) process.kill('SIGTERM')
    await Promise.allSettled(ends)
    report(`both processes have stopped, ${(performance.now() - stopping).toFixed(0)} ms after they were told`)
  }
  await ended
  report('Done')
} finally {
  await cluster.stop('immediate').catch(() => undefined)
  for (const path of [folder, home]) await rm(path, { recursive: true, force: true, maxRetries: 5 })
}

/** Asks again each second for a minute, as the engine would. Throws the last refusal. */
async function untilWell(check: () => Promise<void>): Promise<void> {
  for (let left = 60; ; left -= 1) {
    try {
      return await check()
    } catch (problem) {
      if (left === 0) throw problem
      await pause(1_000)
    }
  }
}
