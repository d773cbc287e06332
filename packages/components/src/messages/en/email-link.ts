const landing = {
  loading: { title: 'One moment', subtitle: 'Your link is being read' },
  verifiedSwitchTab: {
    title: 'Your email is confirmed',
    subtitle: 'Go back to the tab or the device where you began. You can close this page.',
  },
  expired: {
    title: 'This link has expired',
    subtitle: 'Links work for 10 minutes. Go back and send a new one.',
  },
  failed: {
    title: 'This link does not work any more',
    subtitle: 'It works once. Go back and send a new one.',
  },
  clientMismatch: {
    title: 'Open this link where you began',
    subtitle: 'It only works in the browser that asked for it. Copy it there, or begin again here.',
  },
} as const

/** Texts of waiting for a link, and of the page that it leads to. They load when somebody uses a link. */
export const emailLinkMessages = {
  emailLink__hint: 'Open the link in that email on any device. It works once, for 10 minutes.',
  emailLink__expired: 'This link has expired.',
  emailLink__resend: 'Send a new link',
  emailLink__sent: 'A new link is on its way.',
  emailLink__back: 'Go back',
  ticket__expired: 'Ask whoever sent it for another one.',
  ticket__failed: 'It works once, and can be called back. Ask whoever sent it for another one.',
  signIn: { emailLink: landing },
  signUp: { emailLink: landing },
} as const
