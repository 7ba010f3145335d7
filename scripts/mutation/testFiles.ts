import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The test files that can notice what a rule decides, relative to the repository. Left out are those that drive a
 * browser, start the product as a process of its own (which takes the code as it stands), compare times, or look at the
 * repository itself.
 */
export const testFilesOf = ({ folder }: { folder: string }): string[] =>
  ['test', 'src']
    .flatMap((top) =>
      readdirSync(join(folder, top), { recursive: true, encoding: 'utf8' }).map((path) => `${top}/${path}`),
    )
    .filter((path) => /\.test\.tsx?$/.test(path) && !ELSEWHERE.test(path))
    .sort()

const ELSEWHERE =
  /^test\/(browser|local|checks|support|docs|emails|image|bench|web\/(design|readingAge|statements|richText)|core\/(documents|env|richText|jobs)|core\/notifications\/(mailer|smtpVerdict)|core\/http\/(answerErrors|foreignRequests|health|listen|rateLimits|requestLog|securityHeaders)|attack\/enumeration|admin\/arrangeToday|fault\/(acknowledgedWrites|commits|diskFull|messages|messagesDatabase)\.)|timing\.test/i
