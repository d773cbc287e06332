import { newCredentialMessages } from './new-credentials.ts'

/** Texts of SignUp. */
export const signUpMessages = {
  ...newCredentialMessages,
  signUp: {
    start: {
      title: 'Create your account',
      subtitle: 'To use {{applicationName}}',
      actionText: 'Have an account?',
      actionLink: 'Sign in',
      formButtonPrimary: 'Create account',
    },
    emailCode: {
      title: 'Check your email',
      subtitle: 'Enter the code to finish your account',
      formTitle: '6-digit code',
      resendButton: 'Send a new code',
    },
    emailLink: {
      title: 'Check your email',
      subtitle: 'Open the link to finish your account',
    },
    phoneCode: {
      title: 'Check your phone',
      subtitle: 'Enter the code to finish your account',
    },
    continue: {
      title: 'One more thing',
      subtitle: 'Fill in what is missing to go on',
      actionText: 'Have an account?',
      actionLink: 'Sign in',
    },
    restrictedAccess: {
      title: 'New accounts need an invitation',
      subtitle: 'Ask the people who run {{applicationName}}',
      subtitleWaitlist: 'Join the waitlist, and we write to you as soon as there is room',
      blockButton__joinWaitlist: 'Join the waitlist',
      actionText: 'Have an account?',
      actionLink: 'Sign in',
    },
    legalConsent: {
      checkbox: {
        label: 'I agree to the terms of {{applicationName}}',
        label__onlyPrivacyPolicy: 'I agree to the {{ privacyPolicyLink || link("Privacy policy") }}',
        label__onlyTermsOfService: 'I agree to the {{ termsOfServiceLink || link("Terms") }}',
        label__termsOfServiceAndPrivacyPolicy:
          'I agree to the {{ termsOfServiceLink || link("Terms") }} and the {{ privacyPolicyLink || link("Privacy policy") }}',
      },
    },
  },
} as const
