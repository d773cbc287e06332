import type { Strategy } from '@usher/protocol/strategies'
import { emailCodeStrategy, resetPasswordEmailCodeStrategy } from './email-code.ts'
import { passwordStrategy } from './password.ts'
import type { StrategyHandler } from './strategy-handler.ts'

/** How each strategy is carried out. */
export const strategyHandlers = {
  password: passwordStrategy,
  email_code: emailCodeStrategy,
  reset_password_email_code: resetPasswordEmailCodeStrategy,
} satisfies Record<Strategy, StrategyHandler>
