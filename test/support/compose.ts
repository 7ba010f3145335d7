import { createRequire } from 'node:module'

/** A service of docker-compose.yml, as far as ours say anything. */
type Service = {
  image?: string
  build?: string
  command?: string[]
  environment?: Record<string, string>
  ports?: string[]
  profiles?: string[]
  volumes?: string[]
  healthcheck?: { test?: string[]; disable?: boolean }
  depends_on?: Record<string, { condition: string }>
  read_only?: boolean
  cap_drop?: string[]
}

/** docker-compose.yml, filled in. */
export type Compose = { services: Record<string, Service>; volumes: Record<string, unknown> }

/**
 * Fills ${NAME}, ${NAME:-otherwise} and ${NAME:?complaint} in every value, as compose does; collects the names that are
 * missing.
 */
export const composeWith = ({
  text,
  values,
}: {
  text: string
  values: Record<string, string | undefined>
}): { compose: Compose; missing: Set<string> } => {
  const missing = new Set<string>()
  const fill = (value: string): string =>
    value.replace(
      /\$\{([A-Z_]+)(?::([-?])([^}]*))?\}/g,
      (_whole, name: string, kind: string | undefined, rest: string) => {
        const given = values[name]
        if (given) return given
        if (kind === '-') return rest
        missing.add(name)
        return ''
      },
    )
  const fillAll = (part: unknown): unknown => {
    if (typeof part === 'string') return fill(part)
    if (Array.isArray(part)) return part.map(fillAll)
    if (typeof part === 'object' && part !== null)
      return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, fillAll(value)]))
    return part
  }
  return { compose: fillAll(load(text)) as Compose, missing }
}

const { load } = createRequire(import.meta.url)('js-yaml') as { load: (text: string) => unknown }
