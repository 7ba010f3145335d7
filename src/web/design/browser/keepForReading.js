// Keeps this page so that it can be read again without signal: policies only, nothing about anybody (see
// offlineReader.js).
const keep = async () => {
  const address = '/portal/policies/offline-reader.js'
  const trusted = window.trustedTypes?.createPolicy('service-worker', { createScriptURL: () => address })
  await navigator.serviceWorker.register(trusted ? trusted.createScriptURL('') : address, { scope: '/portal/policies' })
  const kept = await caches.open('policies')
  const looks = [...document.querySelectorAll('link[rel=stylesheet], link[rel=preload]')].map(({ href }) => href)
  await Promise.all([location.pathname, ...looks].map((each) => kept.add(each)))
}
if ('serviceWorker' in navigator && 'caches' in window) keep().catch(() => undefined)
