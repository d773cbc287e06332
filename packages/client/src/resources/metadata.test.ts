import { expectTypeOf, test } from 'vitest'
import type { SignUpParams } from './sign-up.ts'
import type { UserResource } from './user.ts'

declare global {
  interface UserPublicMetadata {
    plan?: 'free' | 'team'
  }
  interface UserUnsafeMetadata {
    theme?: 'light' | 'dark'
  }
}

test('an app that declares its metadata reads and writes it with its types, and what else is there as unknown', () => {
  expectTypeOf<UserResource['publicMetadata']['plan']>().toEqualTypeOf<'free' | 'team' | undefined>()
  expectTypeOf<UserResource['publicMetadata']['other']>().toBeUnknown()
  expectTypeOf<UserResource['unsafeMetadata']['theme']>().toEqualTypeOf<'light' | 'dark' | undefined>()
  expectTypeOf<{ theme: 'dark' }>().toExtend<NonNullable<SignUpParams['unsafeMetadata']>>()
  expectTypeOf<{ theme: 'blue' }>().not.toExtend<NonNullable<SignUpParams['unsafeMetadata']>>()
  expectTypeOf<{ unsafeMetadata: { theme: null } }>().toExtend<
    Parameters<UserResource['updateMetadata']>[0]
  >()
})
