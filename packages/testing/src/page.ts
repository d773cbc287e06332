export * from '@usher/server/browser'
export {
  createPageWorld,
  emailAddress,
  type PageNetwork,
  type PageSituation,
  type PageWorld,
  password,
} from './page-world.ts'
