/** Any of several. */
export const one = <Item>({ random }: { random: () => number }, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item

/** mulberry32: the same numbers for the same seed. */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
