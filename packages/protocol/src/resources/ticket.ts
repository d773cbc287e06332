type TicketJSON = {
  id: string
  status: 'pending' | 'accepted' | 'revoked'
  user_id: string
  /** Shown only when it is made. */
  token?: string
  /** Leads to the sign-in page of the application, which uses the ticket. */
  url?: string
  created_at: number
  updated_at: number
}

/** `POST /v1/sign_in_tokens` */
export type SignInTokenJSON = TicketJSON & { object: 'sign_in_token' }

/** `POST /v1/actor_tokens`; the actor is in the session and as `act` in its tokens. */
export type ActorTokenJSON = TicketJSON & {
  object: 'actor_token'
  actor: { sub: string; [key: string]: unknown }
}
