import type { EnvironmentJSON } from '@usher/protocol'
import type { Part } from '../elements/lazy-part.tsx'
import type { ProfilePageId } from './pages.ts'

export type ProfileSection = {
  /** Anchor of deep links and part of class names. */
  id: string
  page: ProfilePageId
  /** Whether the instance has it. */
  isVisible: (environment: EnvironmentJSON) => boolean
  part: Part<object>
}

/** Describes a section of the profile; put it into the registry as well. */
export const defineSection = (section: ProfileSection): ProfileSection => section
