import { expect, test } from '@jest/globals'
import express from 'express'
import supertest from 'supertest'
import { emailPreview } from '../../emails/preview.tsx'
import { emails, renderEmail } from '../../src/boot/emails.ts'

const preview = supertest(
  express().use(
    '/emails',
    emailPreview({ emails, renderEmail, brand: { charityName: 'Kids on Track', accent: '#0b6e4f' } }),
  ),
)

test('every message of the list can be opened, in a frame that can run nothing', async () => {
  const list = await preview.get('/emails').expect(200)
  const addresses = [...list.text.matchAll(/href="([^"]+)"/g)].map(([, address]) => String(address))
  expect(addresses.length).toBeGreaterThan(15)
  for (const address of addresses) {
    const page = await preview.get(address).expect(200)
    expect(page.text).toContain('<iframe sandbox=""')
    const message = await preview.get(`${address}/html`).expect(200)
    expect(message.text).toContain('You get this e-mail because')
    expect(message.headers['content-security-policy']).toContain('sandbox')
  }
})

test('what there is not is answered with 404', async () => {
  await preview.get('/emails/no-such/sample').expect(404)
  await preview.get('/emails/constructor/name').expect(404)
  await preview.get('/emails/log-submitted/constructor/html').expect(404)
})
