export type { MetadataOf } from '../metadata/metadata-schema.ts'
export { type RunningServer, serve } from './serve.ts'
export {
  defineConfig,
  type HostSettings,
  readSettings,
  type Settings,
  SettingsError,
  type UsherConfig,
} from './settings/server-settings.ts'
