import config from '@payload-config'
import '@payloadcms/next/css'
import '../../admin/styles/panel.css'
import type { ServerFunctionClient } from 'payload'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ReactNode } from 'react'
import { askedFunction, NO_SUCH_FUNCTION } from '../../admin/serverFunctions.ts'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async function (args) {
  'use server'
  const asked = askedFunction(args)
  return asked ? handleServerFunctions({ ...asked, config, importMap }) : NO_SUCH_FUNCTION
}

const Layout = ({ children }: { children: ReactNode }) => (
  <RootLayout config={config} htmlProps={{ lang: 'en-GB' }} importMap={importMap} serverFunction={serverFunction}>
    {children}
  </RootLayout>
)

export default Layout
