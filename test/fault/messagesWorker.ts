// A worker in a process of its own, for the tests that kill it. It is told where to work by its environment.
import { openOutbox } from '../core/notifications/outbox.ts'

const applicationUrl = process.env.OUTBOX_DATABASE ?? ''
const smtpUrl = process.env.OUTBOX_SMTP ?? ''

const outbox = openOutbox({ applicationUrl })
const worker = outbox.startSender({ smtpUrl, patience: { greeting: 60_000, silence: 60_000, altogether: 120_000 } })

const announce = setInterval(() => {
  if (!worker.health().working) return
  clearInterval(announce)
  process.stdout.write('working\n')
}, 20)

process.on('SIGTERM', () => {
  void outbox.close().then(() => process.exit(0))
})
