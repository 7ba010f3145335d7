import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import express from 'express'
import type { OpenedPanel } from '../web/services.ts'

/**
 * Makes Next ready to answer for the panel from the build that is there; the build's files are given out without it. With
 * `reloadingOn`, a server of the local start, it makes everything as it is asked for, and tells browsers on it what changed.
 */
export const openPanel = async ({
  projectDirectory,
  port,
  reloadingOn,
}: {
  projectDirectory: string
  port: number
  reloadingOn?: Server
}): Promise<OpenedPanel> => {
  const { default: next } = await import('next')
  // Next takes web sockets on the server that it is told of, and leaves those to nowhere open: it is told of one that
  // nobody reaches.
  const application = next({
    dev: reloadingOn !== undefined,
    dir: projectDirectory,
    port,
    hostname: 'localhost',
    quiet: true,
    httpServer: reloadingOn ?? createServer(),
  })
  await application.prepare()
  const handle = application.getRequestHandler()
  return {
    isReloading: reloadingOn !== undefined,
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
