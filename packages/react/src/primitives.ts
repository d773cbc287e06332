export * from '@usher/primitives'
