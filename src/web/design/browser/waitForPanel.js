// The page says what it waits for; this asks every two seconds whether that has come, and shows it then. Without it the
// page
// refreshes itself, and a link asks at once.
const ask = async () => {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined)
  if (answer && answer.status !== 503) location.reload()
  else setTimeout(ask, 2000)
}
setTimeout(ask, 2000)
