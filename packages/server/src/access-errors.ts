/** What is told to somebody who may not have an account here, and about invitations to have one. */
export const accessErrors = {
  invitation_account_not_exists: {
    status: 400,
    message: 'no account yet',
    longMessage: 'Nobody has an account with the address of this invitation yet. Sign up with it.',
  },
  invitation_already_accepted_code: {
    status: 400,
    message: 'already accepted',
    longMessage: 'This invitation was accepted before. Sign in with the account that it led to.',
  },
  invitation_cannot_be_revoked_code: {
    status: 400,
    message: 'cannot be revoked',
    longMessage: 'This invitation was accepted or revoked before.',
  },
  invitation_revoked_code: {
    status: 400,
    message: 'revoked',
    longMessage: 'This invitation was called back. Ask for another one.',
  },
  not_allowed_access: {
    status: 403,
    message: 'access not allowed',
    longMessage: 'This address may not sign up here.',
  },
  sign_up_mode_restricted: {
    status: 403,
    message: 'sign-up is closed',
    longMessage: 'Accounts are created by invitation only.',
  },
  waitlist_entry_cannot_be_changed_code: {
    status: 409,
    message: 'cannot be changed',
    longMessage: 'What became of this entry allows no such change any more.',
  },
  sign_up_restricted_waitlist: {
    status: 403,
    message: 'there is a waitlist',
    longMessage: 'Accounts are created by invitation only. Join the waitlist to get one.',
  },
}
