import { readFile } from 'node:fs/promises'
import type { CityResponse } from 'mmdb-lib'
import { type Geolocation, unknownWhereabouts } from '../ports/geolocation.ts'
import { SettingsError } from './settings/server-settings.ts'

/**
 * Opens a database of places in MaxMind's format (`.mmdb`), which is kept in memory. Throws `SettingsError` with one
 * sentence when it is missing, broken, or knows nothing of cities and countries.
 * @param path of the file, as the setting `geoDatabase` names it
 */
export async function openGeoDatabase(path: string): Promise<Geolocation> {
  const fail = (reason: string) =>
    new SettingsError(`The setting geoDatabase (USHER_GEO_DATABASE) is wrong: ${path} ${reason}.`)
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw fail(error.code === 'ENOENT' ? 'does not exist' : `could not be read (${error.code})`)
  })
  const reader = await openReader(bytes).catch(() => {
    throw fail('is not a database in the MaxMind format, such as GeoLite2-City.mmdb')
  })
  const { databaseType } = reader.metadata
  if (!/city|country|enterprise/i.test(databaseType))
    throw fail(`holds no cities or countries, but ${databaseType}`)
  return {
    locate(ipAddress) {
      const found = read(reader, ipAddress)
      if (!found) return unknownWhereabouts
      return { city: found.city?.names?.en ?? null, country: found.country?.names?.en ?? null }
    },
  }
}

async function openReader(bytes: Buffer) {
  const { Reader } = await import('mmdb-lib')
  return new Reader<CityResponse>(bytes)
}

// A place is no reason to keep somebody from signing in: what the file does not tell is not known.
function read(reader: Awaited<ReturnType<typeof openReader>>, ipAddress: string): CityResponse | null {
  try {
    return reader.get(ipAddress)
  } catch {
    return null
  }
}
