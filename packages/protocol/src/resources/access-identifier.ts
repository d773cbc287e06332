/** An address, all addresses of a domain (`*@example.com`), or a number that a list names. */
export type AccessIdentifierJSON = {
  object: 'allowlist_identifier' | 'blocklist_identifier'
  id: string
  identifier: string
  identifier_type: 'email_address' | 'phone_number'
  instance_id: string
  /** On the allowlist: the invitation that went out for it. */
  invitation_id?: string
  created_at: number
  updated_at: number
}
