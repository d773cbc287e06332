import type { Strategy } from '@usher/protocol/strategies'
import { codeStrategy, resetPasswordStrategy } from './contact-code.ts'
import { emailLinkStrategy } from './email-link.ts'
import { passwordStrategy } from './password.ts'
import type { StrategyHandler } from './strategy-handler.ts'

/** How each strategy is carried out. */
export const strategyHandlers = {
  password: passwordStrategy,
  email_code: codeStrategy('email_address'),
  email_link: emailLinkStrategy,
  phone_code: codeStrategy('phone_number'),
  reset_password_email_code: resetPasswordStrategy('email_address'),
  reset_password_phone_code: resetPasswordStrategy('phone_number'),
} satisfies Record<Strategy, StrategyHandler>
