/** A rule object as apps write it for an element; applied as a style sheet rule. */
export type CssObject = { [property: string]: string | number | CssObject | undefined }

/** What an app may say about one element: class names of its own, or a rule object. */
export type ElementStyle = string | CssObject

/** By element key, narrowed by id and state: `formFieldInput`, `formFieldInput__password`, `formButtonPrimary__loading`. */
export type Elements = { [key: string]: ElementStyle | undefined }

/** The named values of the look. Colours are any CSS colour, lengths any CSS length. */
export type Variables = {
  colorPrimary?: string
  colorPrimaryForeground?: string
  colorDanger?: string
  colorSuccess?: string
  colorWarning?: string
  colorForeground?: string
  colorMuted?: string
  colorMutedForeground?: string
  colorBackground?: string
  colorInput?: string
  colorInputForeground?: string
  colorRing?: string
  colorBorder?: string
  colorModalBackdrop?: string
  fontFamily?: string
  fontSize?: string
  borderRadius?: string
  /** @deprecated Use `colorPrimaryForeground`. */
  colorTextOnPrimaryBackground?: string
  /** @deprecated Use `colorForeground`. */
  colorText?: string
  /** @deprecated Use `colorMutedForeground`. */
  colorTextSecondary?: string
  /** @deprecated Use `colorInput`. */
  colorInputBackground?: string
  /** @deprecated Use `colorInputForeground`. */
  colorInputText?: string
}

export type Options = {
  /** Where the app's mark stands: in the header, above the ticket, or nowhere. Default `inside`. */
  logoPlacement?: 'inside' | 'outside' | 'none'
  /** A picture to use instead of the instance's own mark. */
  logoImageUrl?: string
  /** Where the mark leads to. */
  logoLinkUrl?: string
  /** Rows with words, squares with only the mark, or what fits the number of providers. Default `auto`. */
  socialButtonsVariant?: 'auto' | 'blockButton' | 'iconButton'
  socialButtonsPlacement?: 'top' | 'bottom'
  /** `flush` leaves out shadow, edges and ground, for a form that stands on the page itself. */
  elevation?: 'raised' | 'flush'
  helpPageUrl?: string
  privacyPageUrl?: string
  termsPageUrl?: string
  showOptionalFields?: boolean
  /** Whether the first field of a screen takes the focus. Default true. */
  autoFocus?: boolean
}

export type Theme = { variables?: Variables; options?: Options; elements?: Elements }

/** The `appearance` of a provider or a component. */
export type Appearance = Theme & {
  theme?: Theme | Theme[]
  /** @deprecated Use `theme`. */
  baseTheme?: Theme | Theme[]
  /** @deprecated Use `options`. */
  layout?: Options
}

/** Components that a provider's `appearance` may address one by one. */
type TaskScope = 'taskResetPassword' | 'taskSetupMfa'

export type AppearanceScope = 'signIn' | 'signUp' | 'userButton' | 'userProfile' | 'userAvatar' | TaskScope

export type ProviderAppearance = Appearance & { [scope in AppearanceScope]?: Appearance }
