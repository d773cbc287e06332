import type { CSSProperties } from 'react'
import type { Variables } from './types.ts'

const properties: { [name in keyof Variables]-?: string } = {
  colorTextOnPrimaryBackground: '--usher-on-fill',
  colorText: '--usher-text',
  colorTextSecondary: '--usher-text-muted',
  colorInputBackground: '--usher-field',
  colorInputText: '--usher-field-text',
  colorPrimary: '--usher-accent-fill',
  colorPrimaryForeground: '--usher-on-fill',
  colorDanger: '--usher-danger',
  colorSuccess: '--usher-success',
  colorWarning: '--usher-warning',
  colorForeground: '--usher-text',
  colorMuted: '--usher-bg-sunken',
  colorMutedForeground: '--usher-text-muted',
  colorBackground: '--usher-bg',
  colorInput: '--usher-field',
  colorInputForeground: '--usher-field-text',
  colorRing: '--usher-ring',
  colorBorder: '--usher-line',
  colorModalBackdrop: '--usher-scrim',
  fontFamily: 'fontFamily',
  fontSize: 'fontSize',
  borderRadius: '--usher-radius',
}

/** The inline custom properties that carry an app's `variables` to the style sheet. */
export function styleProperties(variables: Variables): CSSProperties {
  const style: { [property: string]: string } = {}
  for (const name in properties) {
    const value = variables[name as keyof Variables]
    if (value) style[properties[name as keyof Variables]] = value
  }
  return style
}
