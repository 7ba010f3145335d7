// Gives a policy's page again when there is no signal. It touches the pages of policies and the design's files, and
// nothing else.
const isPolicy = ({ pathname }) => /^\/portal\/policies(\/[a-z-]+(\/versions\/[\d.]+)?)?$/.test(pathname)
const isLook = ({ pathname }) => pathname.startsWith('/assets/')

const read = async (request) => {
  const { pathname } = new URL(request.url)
  const kept = await caches.open('policies')
  try {
    const answer = await fetch(request)
    if (answer.ok && !answer.redirected) await kept.put(pathname, answer.clone())
    // Whoever may not read it any more is sent elsewhere, and what was kept goes.
    else if (answer.type === 'opaqueredirect' || [401, 403, 404].includes(answer.status)) await kept.delete(pathname)
    return answer
  } catch {
    return (await kept.match(pathname)) ?? Response.error()
  }
}

addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin) return
  if (isPolicy(url) ? event.request.mode === 'navigate' : isLook(url)) event.respondWith(read(event.request))
})
