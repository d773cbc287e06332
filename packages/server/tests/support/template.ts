declare module 'vitest' {
  interface ProvidedContext {
    /** `postgres://…` without a database; empty where the tests run on SQLite. */
    postgres: string
  }
}

/** Name of the database that every PostgreSQL test database is a copy of. */
export const template = 'usher_template'
