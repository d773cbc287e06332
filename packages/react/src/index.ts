export * from '@usher/components'
// Draws the dialogs as well; the provider of the hooks alone cannot.
export { ClerkProvider, type ClerkProviderProps } from '@usher/components'
export * from '@usher/hooks'
