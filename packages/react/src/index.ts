export * from '@usher/components'
export * from '@usher/hooks'
