interface ImportMetaEnv {
  readonly VITE_PUBLISHABLE_KEY: string
  readonly VITE_PROXY_URL: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

interface Window {
  /** Another server than the one that the page was built for. */
  readonly proxyUrl?: string
}
