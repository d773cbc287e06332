import { createTestProvider } from '@usher/testing'

// Whoever signs in here with a name has an address of that name, which is theirs.
const provider = await createTestProvider()
const claimsOf = (name: string) => ({ email: `${name}@example.com`, email_verified: true, given_name: 'Ada' })
for (const kit of ['clerk', 'usher'])
  for (const name of ['new', 'known', 'linked', 'owner', 'both'])
    provider.accounts.set(`${kit}.${name}`, claimsOf(`${kit}.${name}`))
process.send?.(provider.settings)
