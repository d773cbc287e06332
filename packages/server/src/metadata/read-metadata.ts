import { ApiError } from '../api-error.ts'
import type { Deps } from '../deps.ts'
import { checkMetadata, patchMetadata } from './check-metadata.ts'
import { findSchemaFault } from './metadata-schema.ts'

export type MetadataKind = 'public_metadata' | 'private_metadata' | 'unsafe_metadata'

/**
 * Turns metadata into the JSON text that is stored: what is given, or merged into what was there before (RFC 7396).
 * What comes out must fit the application's schema of that kind; it is stored as it was given.
 */
export async function readMetadata(
  { metadataSchemas }: Pick<Deps, 'metadataSchemas'>,
  kind: MetadataKind,
  given: Record<string, unknown>,
  before?: string,
): Promise<string> {
  const text = before === undefined ? checkMetadata(given, kind) : patchMetadata(before, given, kind)
  const fault = await findSchemaFault(schemaOf(metadataSchemas, kind), kind, JSON.parse(text))
  if (fault !== null) throw new ApiError('form_param_value_invalid', { paramName: kind, longMessage: fault })
  return text
}

function schemaOf(schemas: Deps['metadataSchemas'], kind: MetadataKind) {
  if (kind === 'public_metadata') return schemas.public
  return kind === 'private_metadata' ? schemas.private : schemas.unsafe
}
