/**
 * What an app may say about one element: class names of its own, or a rule object, with properties in camel case and
 * nested rules such as `&:hover`.
 */
export type ElementStyle = string | object

/** By element key, narrowed by id and state: `formFieldInput`, `formFieldInput__password`, `formButtonPrimary__loading`. */
export type Elements = { [key: string]: ElementStyle | undefined }

/** One colour, or its shades by number; `500` is the colour itself. */
export type ColorScale = string | { [shade in Shade]?: string }

type Shade = 25 | 50 | 100 | 150 | 200 | 300 | 400 | 500 | 600 | 700 | 750 | 800 | 850 | 900 | 950

type Weight = string | number

/** The named values of the look. Colours are any CSS colour, lengths any CSS length. */
export type Variables = {
  /** The primary button and everything made from it: links, ring, tints. */
  colorPrimary?: ColorScale
  colorPrimaryForeground?: string
  colorDanger?: ColorScale
  colorSuccess?: ColorScale
  colorWarning?: ColorScale
  /** Edges, washes and shades of grey are made from it; `colorForeground` unless told. */
  colorNeutral?: ColorScale
  colorForeground?: string
  /** The stub of a ticket, tiles, chips and panels. */
  colorMuted?: string
  colorMutedForeground?: string
  /** The ground of cards; what is not told is made to be read on it. */
  colorBackground?: string
  colorInput?: string
  colorInputForeground?: string
  /** What waits to be loaded. */
  colorShimmer?: string
  colorRing?: string
  colorShadow?: string
  colorBorder?: string
  colorModalBackdrop?: string
  fontFamily?: string
  fontFamilyButtons?: string
  /** Keys and backup codes. */
  fontFamilyMono?: string
  /** The size of body text, from which the others are made, or each of them. */
  fontSize?: string | { xs?: string; sm?: string; md?: string; lg?: string; xl?: string }
  fontWeight?: { normal?: Weight; medium?: Weight; semibold?: Weight; bold?: Weight }
  /** Of fields and buttons; cards are rounder in proportion. */
  borderRadius?: string
  /** What distances are made from; `1rem` unless told. */
  spacing?: string
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
  /** @deprecated Use `colorNeutral`. */
  colorAlphaShade?: ColorScale
  /** @deprecated Use `spacing`. */
  spacingUnit?: string
  /** A token of the style sheet by its own name, such as `--usher-accent`. */
  [token: `--usher-${string}`]: string
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
  /** The buttons of the providers above the form, or below it. Default `top`. */
  socialButtonsPlacement?: 'top' | 'bottom'
  /** `flush` leaves out shadow, edges and ground, for a form that stands on the page itself. */
  elevation?: 'raised' | 'flush'
  helpPageUrl?: string
  privacyPageUrl?: string
  termsPageUrl?: string
  /** Whether sign-up asks for the fields that may stay empty, too. Default false. */
  showOptionalFields?: boolean
  /**
   * True also focuses the first field of the first screen; false leaves fields alone on later ones, where the heading
   * takes the focus instead.
   */
  autoFocus?: boolean
  /** Whether places of what still loads pulse. Default true. */
  shimmer?: boolean
  /** Whether steps, panels and popovers move. Default true. */
  animations?: boolean
  /** Accepted: this kit shows no warning of a development mode. */
  unsafe_disableDevelopmentModeWarnings?: boolean
}

/** A theme of this kit, of `@clerk/themes`, or by its name: `simple` is plain cards without notches and shadows. */
export type Theme =
  | 'clerk'
  | 'simple'
  | (Look & {
      name?: string
      /** Marks the themes of `@clerk/themes`, which are made over a light ground. */
      __type?: 'prebuilt_appearance'
      simpleStyles?: boolean
    })

type Look = {
  theme?: Theme | readonly Theme[]
  /** @deprecated Use `theme`. */
  baseTheme?: Theme | readonly Theme[]
  variables?: Variables
  options?: Options
  /** @deprecated Use `options`. */
  layout?: Options
  /** The form of a function is accepted from themes of the npm package, and not called. */
  elements?: Elements | ((given: never) => Elements)
  /** The cascade layer of the rules made from `elements`. */
  cssLayerName?: string
}

/** The `appearance` of a provider or a component. */
export type Appearance = Look & {
  /** Accepted: this kit shows no captcha. */
  captcha?: object
}

/** Components that a provider's `appearance` may address one by one. */
export type AppearanceScope =
  | 'signIn'
  | 'signUp'
  | 'userButton'
  | 'userProfile'
  | 'userAvatar'
  | 'userVerification'
  | 'sessionList'
  | 'waitlist'
  | 'taskResetPassword'
  | 'taskSetupMfa'

type ForeignScope =
  | 'apiKeys'
  | 'checkout'
  | 'createOrganization'
  | 'oneTap'
  | 'organizationList'
  | 'organizationProfile'
  | 'organizationSwitcher'
  | 'pricingTable'
  | 'taskChooseOrganization'

/** The `appearance` of the provider; accepts the names of components that this kit does not have, too. */
export type ProviderAppearance = Appearance & { [scope in AppearanceScope]?: Appearance } & {
  [scope in ForeignScope]?: object
}
