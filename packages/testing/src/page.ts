export * from '@usher/server/browser'
