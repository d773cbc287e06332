export * from '@usher/server/testing'
