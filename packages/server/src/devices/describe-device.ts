import Bowser from 'bowser'
import { type Geolocation, unknownWhereabouts } from '../ports/geolocation.ts'

/** What a device says of itself, and where it calls from. */
export type Device = { userAgent: string; ipAddress: string | null }

/** A device in words, as "Chrome on macOS". */
export function nameDevice({ userAgent }: Device): string {
  const { browser, os } = Bowser.parse(userAgent || 'unknown')
  return `${browser.name ?? 'an unknown browser'}${os.name ? ` on ${os.name}` : ''}`
}

/** The columns of a session that describe its device and its place. */
export function describeDevice(geolocation: Geolocation, { userAgent, ipAddress }: Device) {
  const { browser, os, platform } = Bowser.parse(userAgent || 'unknown')
  return {
    device_type: appleDevices.has(platform.model ?? '') ? (platform.model ?? null) : (os.name ?? null),
    is_mobile: platform.type === 'mobile' || platform.type === 'tablet' ? 1 : 0,
    browser_name: browser.name?.replace(/ for Android$/, '') ?? null,
    browser_version: browser.version ?? null,
    ip_address: ipAddress,
    ...(ipAddress === null ? unknownWhereabouts : geolocation.locate(ipAddress)),
  }
}

// People call these by their own names, not by that of their system.
const appleDevices = new Set(['iPhone', 'iPad', 'iPod touch'])
