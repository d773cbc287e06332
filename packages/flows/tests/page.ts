import { screen, waitFor } from '@testing-library/react'
import { expect } from 'vitest'

export const atStep = (name: string) => screen.findByRole('heading', { level: 1, name: `Step: ${name}` })

export const typedIn = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value

export const expectFocus = (label: string) =>
  expect(document.activeElement).toBe(screen.getByLabelText(label))

export const expectHeadingFocus = (name: string) =>
  expect(document.activeElement).toBe(screen.getByRole('heading', { name }))

export const expectButtonFocus = (name: string) =>
  expect(document.activeElement).toBe(screen.getByRole('button', { name }))

/** What stands under a field: the code of its error, or an empty text. */
export function fieldError(label: string): string {
  const id = screen.getByLabelText(label).getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent ?? ''
}

export const expectFieldError = (label: string, code: string) =>
  waitFor(() => expect(fieldError(label)).toBe(code))

export const alertText = () => screen.getByRole('alert').textContent

export const expectAlert = (code: string) => waitFor(() => expect(alertText()).toBe(code))
