import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openGeoDatabase } from '../../src/node/mmdb-geolocation.ts'
import { SettingsError } from '../../src/node/settings/server-settings.ts'
import { createHttpBrowser, newFolder, run, serve } from '../support/command.ts'
import { geoDatabase } from '../support/geo-database.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-geo-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function write(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const places = {
  '203.0.113.0/24': { city: 'Athens', country: 'Greece' },
  '198.51.100.0/25': { country: 'Portugal' },
  '2001:db8::/32': { city: 'Berlin', country: 'Germany' },
}

test('an address of the network is found with its city and its country, in English', async () => {
  const { locate } = await openGeoDatabase(await write('city.mmdb', geoDatabase(places)))
  expect(locate('203.0.113.9')).toEqual({ city: 'Athens', country: 'Greece' })
  expect(locate('203.0.113.255')).toEqual({ city: 'Athens', country: 'Greece' })
  expect(locate('2001:db8:1::7')).toEqual({ city: 'Berlin', country: 'Germany' })
})

test('a country without a city is a place too', async () => {
  const { locate } = await openGeoDatabase(await write('country.mmdb', geoDatabase(places, 'DBIP-Country')))
  expect(locate('198.51.100.1')).toEqual({ city: null, country: 'Portugal' })
})

test.each(['192.0.2.1', '198.51.100.200', '127.0.0.1', '::1', 'unknown', '203.0.113.9:443', ''])(
  'nobody knows where %s is',
  async (address) => {
    const { locate } = await openGeoDatabase(await write('city.mmdb', geoDatabase(places)))
    expect(locate(address)).toEqual({ city: null, country: null })
  },
)

test('a file that is not there stops the start with one sentence that names the setting', async () => {
  const opened = openGeoDatabase(join(folder, 'nothing.mmdb'))
  await expect(opened).rejects.toThrow(SettingsError)
  await expect(opened).rejects.toThrow(
    /^The setting geoDatabase \(USHER_GEO_DATABASE\) is wrong: \S+nothing\.mmdb does not exist\.$/,
  )
  await expect(openGeoDatabase(folder)).rejects.toThrow(/could not be read \(EISDIR\)\.$/)
})

test('so does one that is broken, or of something else', async () => {
  const whole = geoDatabase(places)
  const broken = [Buffer.alloc(0), Buffer.from('<html>'), whole.subarray(0, whole.length - 40)]
  for (const content of broken)
    await expect(openGeoDatabase(await write('broken.mmdb', content))).rejects.toThrow(
      /broken\.mmdb is not a database in the MaxMind format, such as GeoLite2-City\.mmdb\.$/,
    )
  const networks = await write('asn.mmdb', geoDatabase(places, 'GeoLite2-ASN'))
  await expect(openGeoDatabase(networks)).rejects.toThrow(/holds no cities or countries, but GeoLite2-ASN\.$/)
})

test('the command opens the database that the settings name, and a session says its place', async () => {
  const file = await write(
    'city.mmdb',
    geoDatabase({ '127.0.0.0/8': { city: 'Berlin', country: 'Germany' } }),
  )
  const server = await serve({
    USHER_DATA: await newFolder(),
    USHER_GEO_DATABASE: file,
    USHER_EMAIL_ADDRESS: '{"verifyAtSignUp":false}',
  })
  const browser = createHttpBrowser(server.url)
  const account = { email_address: 'ada@example.com', password: 'correct horse battery staple' }
  expect((await browser.post('/v1/client/sign_ups', account)).body.response.status).toBe('complete')
  const { body } = await browser.get('/v1/me/sessions/active')
  expect(body[0].latest_activity).toMatchObject({
    ip_address: '127.0.0.1',
    city: 'Berlin',
    country: 'Germany',
  })
})

test('the command does not start without it', async () => {
  const settings = { USHER_DATA: await newFolder(), USHER_GEO_DATABASE: 'nothing.mmdb' }
  expect(await run(['serve'], settings)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'usher: The setting geoDatabase (USHER_GEO_DATABASE) is wrong: nothing.mmdb does not exist.\n',
  })
})
