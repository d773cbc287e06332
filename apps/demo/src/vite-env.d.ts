interface ImportMetaEnv {
  /** Public key of the server, printed by `usher serve` and kept in `.usher/keys.json`. */
  readonly VITE_CLERK_PUBLISHABLE_KEY?: string
  /** Address of the server, for the link to its inbox. */
  readonly VITE_USHER_URL?: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

declare module '*.css'
