import { withPayload } from '@payloadcms/next/withPayload'

/** The panel only: everything else is answered by Express before Next is asked. */
export default withPayload(
  {
    poweredByHeader: false,
    reactStrictMode: true,
    typescript: { ignoreBuildErrors: true },
    serverExternalPackages: ['graphile-worker', '@node-rs/argon2'],
  },
  { devBundleServerPackages: false },
)
