import type { AccessIdentifierJSON } from '@usher/protocol'
import type { AccessIdentifierRow } from '../../database/schema/access-identifiers.ts'
import type { Deps } from '../../deps.ts'

/** What a list names, as a backend sees it. */
export const presentAccessIdentifier = (
  { place }: Deps,
  { id, list, kind, identifier, invitation_id, created_at, updated_at }: AccessIdentifierRow,
): AccessIdentifierJSON => ({
  object: `${list}list_identifier`,
  id,
  identifier,
  identifier_type: kind,
  instance_id: `ins_${place.instanceId}`,
  ...(invitation_id === null ? {} : { invitation_id }),
  created_at,
  updated_at,
})
