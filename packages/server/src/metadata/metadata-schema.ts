/** The part of the Standard Schema v1 interface (standardschema.dev) that the server calls; zod, valibot and others offer it. */
export type MetadataSchema = {
  readonly '~standard': {
    readonly validate: (value: unknown) => SchemaResult | Promise<SchemaResult>
  }
}

type SchemaResult = {
  readonly issues?:
    | readonly {
        readonly message: string
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined
      }[]
    | undefined
}

/** What an application demands of each kind of metadata. */
export type MetadataSchemas = {
  public?: MetadataSchema | undefined
  private?: MetadataSchema | undefined
  unsafe?: MetadataSchema | undefined
}

/**
 * The type of one kind of metadata, from the schema in a `usher.config.ts`:
 * `interface UserUnsafeMetadata extends MetadataOf<typeof config, 'unsafe'> {}`.
 */
export type MetadataOf<Config, Kind extends keyof MetadataSchemas> = Config extends {
  readonly metadata: { readonly [Key in Kind]: Typed<infer Output> }
}
  ? Output
  : object

type Typed<Output> = {
  readonly '~standard': { readonly types?: { readonly output: Output } | undefined }
}

/** What a schema finds wrong with a value, in one sentence; null when it fits. */
export async function findSchemaFault(
  schema: MetadataSchema | undefined,
  name: string,
  value: unknown,
): Promise<string | null> {
  const result = await schema?.['~standard'].validate(value)
  const [issue] = result?.issues ?? []
  if (!issue) return null
  const keys = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
  return `${[name, ...keys].join('.')}: ${issue.message}`
}
