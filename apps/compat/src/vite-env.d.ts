interface ImportMetaEnv {
  readonly VITE_PUBLISHABLE_KEY: string
  readonly VITE_PROXY_URL: string
  /** The host of the server, as applications of 2022 were told it. */
  readonly VITE_FRONTEND_API: string
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

interface Window {
  /** Another server than the one that the page was built for. */
  readonly proxyUrl?: string
}
