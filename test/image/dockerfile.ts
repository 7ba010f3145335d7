/** One instruction of a Dockerfile: its word, and what stands after it on one line. */
type Instruction = { word: string; rest: string }

/**
 * One stage of a Dockerfile: its name, what it begins with (another stage, or an image), and its instructions in order.
 */
export type Stage = { name: string; from: string; instructions: Instruction[] }

/**
 * Reads a Dockerfile's stages. Throws an error for an instruction that the rehearsal does not know, rather than passing
 * over it.
 */
export const readDockerfile = (text: string): Stage[] => {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: Stage[] = []
  for (const line of lines) {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (!KNOWN.has(word)) throw new Error(`The rehearsal does not know this line of the Dockerfile: ${line}`)
    if (word === 'FROM') {
      const [from = '', , name = `stage ${stages.length}`] = rest.split(/\s+/)
      stages.push({ name, from, instructions: [] })
    } else stages.at(-1)?.instructions.push({ word, rest })
  }
  return stages
}

/** The words of an instruction that is written as a list. */
export const listOf = (rest: string): string[] => JSON.parse(rest.slice(rest.indexOf('['))) as string[]

const KNOWN = new Set(['FROM', 'WORKDIR', 'ENV', 'COPY', 'RUN', 'USER', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'CMD'])
