export * from '@usher/flows'
