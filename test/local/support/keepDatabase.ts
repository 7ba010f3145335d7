// Started as a process of its own by the tests: starts the database of the folder given, says so, and stays.
import { startEmbeddedDatabase } from '../../../src/local/database/startEmbeddedDatabase.ts'

const [dataDirectory = '', extraSettings = '{}'] = process.argv.slice(2)

const start = async (): Promise<void> => {
  try {
    const database = await startEmbeddedDatabase({
      dataDirectory,
      extraSettings: JSON.parse(extraSettings) as Record<string, string>,
    })
    process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)))
    setInterval(() => undefined, 60_000)
    process.stdout.write(`${JSON.stringify({ ready: database })}\n`)
  } catch (error) {
    process.stdout.write(
      `${JSON.stringify({ refused: error instanceof Error ? { name: error.name, message: error.message } : String(error) })}\n`,
    )
  }
}

void start()
