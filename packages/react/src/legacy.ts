export * from '@usher/hooks/legacy'
