import Bowser from 'bowser'
import type { Random } from '../ports/random.ts'
import { createId } from '../tokens/id.ts'

/** What a device says of itself, and where it calls from. */
export type Device = { userAgent: string; ipAddress: string | null }

/** A device in words, as "Chrome on macOS". */
export function nameDevice({ userAgent }: Device): string {
  const { browser, os } = Bowser.parse(userAgent || 'unknown')
  return `${browser.name ?? 'an unknown browser'}${os.name ? ` on ${os.name}` : ''}`
}

/** The columns of a session that describe its device. */
export function describeDevice(random: Random, { userAgent, ipAddress }: Device) {
  const { browser, os, platform } = Bowser.parse(userAgent || 'unknown')
  return {
    activity_id: createId(random, 'sact'),
    device_type: os.name ?? null,
    is_mobile: platform.type === 'mobile' || platform.type === 'tablet' ? 1 : 0,
    browser_name: browser.name ?? null,
    browser_version: browser.version ?? null,
    ip_address: ipAddress,
    city: null,
    country: null,
  }
}
