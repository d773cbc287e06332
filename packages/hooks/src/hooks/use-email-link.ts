'use client'

import type { EmailLinkFlow } from '@usher/client'
import { useEffect, useMemo } from 'react'

/**
 * Sends a link for a sign-in, a sign-up or an address, and waits until it was confirmed or is too old. Waiting ends when
 * the component goes.
 */
export function useEmailLink<Params, Resource>(resource: {
  createEmailLinkFlow(): EmailLinkFlow<Params, Resource>
}): EmailLinkFlow<Params, Resource> {
  const { createEmailLinkFlow } = resource
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer makes a new resource, and the flow outlives it
  const flow = useMemo(createEmailLinkFlow, [])
  useEffect(() => flow.cancelEmailLinkFlow, [flow])
  return flow
}
