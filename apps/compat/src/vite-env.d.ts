interface ImportMetaEnv {
  readonly VITE_PUBLISHABLE_KEY: string
  readonly VITE_PROXY_URL: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}
