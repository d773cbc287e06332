import { describe, expect, it } from 'vitest'
import { format, formatString } from './format.ts'

describe('a text with tokens', () => {
  it('is filled, with or without blanks in the braces', () => {
    expect(
      formatString('Sign in to {{applicationName}}, {{ name }}', { applicationName: 'Acme', name: 'Ada' }),
    ).toBe('Sign in to Acme, Ada')
  })

  it('keeps a token that nobody knows, so that the slip is seen', () => {
    expect(formatString('Go to {{dominio}} or {{домайн}}', {})).toBe('Go to {{dominio}} or {{домайн}}')
  })

  it('ignores a modifier that nobody knows', () => {
    expect(formatString('{{ name | shout }}', { name: 'Ada' })).toBe('Ada')
  })

  it('begins a word with a capital', () => {
    expect(formatString('Continue with {{provider|titleize}}', { provider: 'google' })).toBe(
      'Continue with Google',
    )
  })

  it('writes dates as the locale of the text does, and survives a locale that is none', () => {
    const date = new Date(2026, 10, 3, 9, 12)
    expect(formatString("{{ date | weekday('en-US') }}", { date })).toBe('Tuesday')
    expect(formatString("{{ date | longDate('de-DE') }}", { date })).toBe('3. November 2026')
    expect(formatString("{{ date | numeric('en-US') }}", { date })).toBe('11/3/2026')
    expect(formatString("{{ date | timeString('en-GB') }}", { date })).toBe('9:12')
    expect(formatString("{{ date | shortDate('not a locale') }}", { date })).toContain('3')
  })

  it('splits at emphasis and links', () => {
    expect(
      format('Sent to <bold>{{identifier}}</bold>. {{ terms || link("Terms") }}', {
        identifier: 'a****@example.com',
        terms: 'https://acme.example/terms',
      }),
    ).toEqual([
      'Sent to ',
      { bold: 'a****@example.com' },
      '. ',
      { link: 'Terms', url: 'https://acme.example/terms' },
    ])
  })

  it('shows a value as text, whatever it contains', () => {
    expect(format('Hello {{name}}', { name: '<bold>{{x}}</bold>' })).toEqual(['Hello ', '<bold>{{x}}</bold>'])
  })
})
