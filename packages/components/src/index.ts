export { AppearanceProvider, useAppearance, useElementClass } from './appearance/appearance-context.tsx'
export type {
  Appearance,
  AppearanceScope,
  CssObject,
  ElementStyle,
  Elements,
  Options,
  ProviderAppearance,
  Theme,
  Variables,
} from './appearance/types.ts'
export type { MessageKey } from './messages/en/keys.ts'
export type { Piece, Values } from './messages/format.ts'
export {
  type Catalog,
  type MessageError,
  type Messages,
  MessagesProvider,
  Text,
  useMessages,
} from './messages/messages-context.tsx'
