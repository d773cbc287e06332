import type { Compilable, CompiledQuery } from 'kysely'
import type { Connection } from './transaction.ts'

class Gap {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A question that is put into words once for each engine, and asked with other values each time. Only for the few that
 * every request asks: building and compiling one takes longer than SQLite needs to answer it.
 * @param build makes the query; `value('name')` stands where a value will be
 */
export function prepared<Values extends object, Row>(
  build: (db: Connection, value: <Name extends keyof Values>(name: Name) => Values[Name]) => Compilable<Row>,
): (db: Connection, values: Values) => Promise<Row[]> {
  const made = new WeakMap<object, CompiledQuery<Row>>()
  const gap = <Name extends keyof Values>(name: Name) => new Gap(String(name)) as Values[Name]
  return async (db, values) => {
    // A transaction has the adapter of its database.
    const engine = db.getExecutor().adapter
    const query = made.get(engine) ?? build(db, gap).compile()
    made.set(engine, query)
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Gap ? values[parameter.name as keyof Values] : parameter,
    )
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}
