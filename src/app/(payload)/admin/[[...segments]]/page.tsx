import config from '@payload-config'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import type { Metadata } from 'next'
import { configurationSentOnce } from '../../../../admin/mends/configurationSentOnce.ts'
import { importMap } from '../importMap.js'

type Args = {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<{ [key: string]: string | string[] }>
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> => generatePageMetadata({ config, params, searchParams })

const Page = async ({ params, searchParams }: Args) => configurationSentOnce(await RootPage({ config, importMap, params, searchParams }))

export default Page
