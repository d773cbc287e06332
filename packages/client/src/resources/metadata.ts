declare global {
  /**
   * What a backend keeps with a user for everybody of the app to read. Give it the app's own fields by declaring it
   * again, as for Clerk; `MetadataOf` of `@usher/server/node` has those of a schema.
   */
  interface UserPublicMetadata {}
  /** What the person's own browser may write; declared again by an app, as the one above. */
  interface UserUnsafeMetadata {}
}

type Anything = Record<string, unknown>

/** Metadata that a backend alone may write: the app's own fields, and whatever else is there. */
export type PublicMetadata = UserPublicMetadata & Anything

/** Metadata that the browser may write. */
export type UnsafeMetadata = UserUnsafeMetadata & Anything

/** A change of it: null deletes a key. */
export type UnsafeMetadataPatch = {
  [Key in keyof UserUnsafeMetadata]?: UserUnsafeMetadata[Key] | null
} & Anything
