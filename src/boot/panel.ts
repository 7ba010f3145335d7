import { createServer } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import type { OpenedPanel } from '../web/services.ts'

/**
 * Makes Next ready to answer for the panel from the build that is there. The build's files are given out without it.
 */
export const openPanel = async ({
  projectDirectory,
  port,
}: {
  projectDirectory: string
  port: number
}): Promise<OpenedPanel> => {
  const { default: next } = await import('next')
  // Next takes web sockets on the server that it is told of, and leaves those to nowhere open: it is told of one that
  // nobody reaches.
  const application = next({
    dev: false,
    dir: projectDirectory,
    port,
    hostname: 'localhost',
    quiet: true,
    httpServer: createServer(),
  })
  await application.prepare()
  const handle = application.getRequestHandler()
  return {
    pages: (request, response) => void handle(request, response),
    files: express.static(join(projectDirectory, '.next', 'static'), {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      immutable: true,
      maxAge: '1y',
    }),
  }
}
