import { Buffer } from 'node:buffer'
import { isIPv6 } from 'node:net'

type Value = string | number | Value[] | { [key: string]: Value }
type Node = [Node | number, Node | number]

/** What a database says of the networks in it, in the layout of GeoLite2-City. */
export type Places = Record<string, { city?: string; country?: string }>

/** A database of places in MaxMind's format, small enough to write by hand: networks such as `203.0.113.0/24`. */
export function geoDatabase(places: Places, databaseType = 'Test-City'): Buffer {
  const data: Buffer[] = []
  const root: Node = [empty, empty]
  for (const [network, { city, country }] of Object.entries(places)) {
    const offset = data.reduce((sum, { length }) => sum + length, 0)
    data.push(
      encode({
        ...(city ? { city: { names: { de: `${city} (de)`, en: city } } } : {}),
        ...(country ? { country: { iso_code: 'XX', names: { en: country } } } : {}),
      }),
    )
    insert(root, bitsOf(network), offset)
  }
  const nodes = flatten(root)
  const metadata = {
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1_767_603_600,
    database_type: databaseType,
    description: { en: 'Made by a test' },
    ip_version: 6,
    languages: ['en'],
    node_count: nodes.length,
    record_size: 24,
  }
  const start = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1')
  return Buffer.concat([writeTree(nodes), Buffer.alloc(16), ...data, start, encode(metadata)])
}

const empty = -1

/** The bits of a network in an IPv6 tree, where IPv4 lies below `::/96`. */
function bitsOf(network: string): number[] {
  const [address = '', length = ''] = network.split('/')
  const toBits = (value: number, width: number) => [...value.toString(2).padStart(width, '0')].map(Number)
  if (!isIPv6(address))
    return [...Array(96).fill(0), ...address.split('.').flatMap((part) => toBits(Number(part), 8))].slice(
      0,
      96 + Number(length),
    )
  const [head = '', tail = ''] = address
    .split('::')
    .map((part) => part.split(':').filter(Boolean)) as string[][]
  const groups = [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail]
  return groups.flatMap((group) => toBits(Number.parseInt(group, 16), 16)).slice(0, Number(length))
}

function insert(root: Node, bits: number[], offset: number): void {
  let node = root
  for (const bit of bits.slice(0, -1)) {
    const next = node[bit as 0 | 1]
    const child: Node = typeof next === 'number' ? [empty, empty] : next
    node[bit as 0 | 1] = child
    node = child
  }
  node[bits.at(-1) as 0 | 1] = offset
}

function flatten(root: Node): Node[] {
  const nodes = [root]
  for (const node of nodes) for (const child of node) if (typeof child !== 'number') nodes.push(child)
  return nodes
}

function writeTree(nodes: Node[]): Buffer {
  const tree = Buffer.alloc(nodes.length * 6)
  const numbers = new Map(nodes.map((node, index) => [node, index]))
  const record = (child: Node | number) => {
    if (typeof child !== 'number') return numbers.get(child) ?? 0
    return child === empty ? nodes.length : nodes.length + 16 + child
  }
  for (const [index, [left, right]] of nodes.entries()) {
    tree.writeUIntBE(record(left), index * 6, 3)
    tree.writeUIntBE(record(right), index * 6 + 3, 3)
  }
  return tree
}

function encode(value: Value): Buffer {
  if (typeof value === 'string')
    return Buffer.concat([control(2, Buffer.byteLength(value)), Buffer.from(value)])
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return Buffer.concat([control(6, 4), bytes])
  }
  if (Array.isArray(value)) return Buffer.concat([Buffer.from([value.length, 4]), ...value.map(encode)])
  const entries = Object.entries(value)
  return Buffer.concat([
    control(7, entries.length),
    ...entries.flatMap(([key, inner]) => [encode(key), encode(inner)]),
  ])
}

/** The byte before a value: its type and its size. */
const control = (type: number, size: number) => {
  if (size >= 29) return Buffer.from([(type << 5) | 29, size - 29])
  return Buffer.from([(type << 5) | size])
}
