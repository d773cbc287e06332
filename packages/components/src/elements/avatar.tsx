'use client'

import { type CSSProperties, type ReactNode, useState } from 'react'
import { useElementClass } from '../appearance/appearance-context.tsx'

export type AvatarProps = {
  /** Whose: the hue comes from it, so that a person keeps their colour. */
  userId: string
  /** The name; its initials are drawn when there is no picture, or it cannot be loaded. */
  name: string
  imageUrl?: string | null | undefined
  /** Diameter in px. */
  size?: 24 | 32 | 40 | 64
  /** A further element key for the class names: `userButtonAvatarBox`. */
  element?: string
}

/** A person's picture, or their initials on their own hue. Decoration: the name stands beside it. */
export function Avatar({ userId, name, imageUrl, size = 32, element }: AvatarProps): ReactNode {
  const [missing, setMissing] = useState('')
  const [box, image] = [
    useElementClass(element ? `avatarBox ${element}` : 'avatarBox'),
    useElementClass('avatarImage'),
  ]
  return (
    <span
      className={box}
      data-size={size}
      data-initials={initialsOf(name, size === 24 ? 1 : 2)}
      style={{ '--_hue': hueOf(userId) } as CSSProperties}
    >
      {imageUrl && imageUrl !== missing && (
        <img className={image} src={imageUrl} alt="" onError={() => setMissing(imageUrl)} />
      )}
    </span>
  )
}

/** An angle on the colour wheel that is always the same for the same id. */
export function hueOf(id: string): number {
  let hash = 7
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0
  return hash % 360
}

/** The first letters of the first and the last word. */
export function initialsOf(name: string, count: 1 | 2 = 2): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 && count > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase()
}
