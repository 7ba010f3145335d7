import type { RequestHandler } from 'express'

/** Makes Next ready to answer for the panel from the build that is there, and gives its handler. */
export const openPanel = async ({ projectDirectory, port }: { projectDirectory: string; port: number }): Promise<RequestHandler> => {
  const { default: next } = await import('next')
  const application = next({ dev: false, dir: projectDirectory, port, hostname: 'localhost', quiet: true })
  await application.prepare()
  const handle = application.getRequestHandler()
  return (request, response) => {
    void handle(request, response)
  }
}
