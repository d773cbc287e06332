import type { AuditTable } from '../database/schema/users.ts'
import type { Connection } from '../database/transaction.ts'

export async function insertAudit(db: Connection, row: AuditTable): Promise<void> {
  await db.insertInto('audit_log').values(row).execute()
}
