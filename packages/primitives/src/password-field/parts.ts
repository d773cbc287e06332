export {
  PasswordFieldInput as Input,
  type PasswordFieldInputProps as InputProps,
} from './password-field-input.tsx'
export {
  PasswordFieldRoot as Root,
  type PasswordFieldRootProps as RootProps,
} from './password-field-root.tsx'
export {
  PasswordFieldRules as Rules,
  type PasswordFieldRulesProps as RulesProps,
} from './password-field-rules.tsx'
export {
  PasswordFieldToggle as Toggle,
  type PasswordFieldToggleProps as ToggleProps,
} from './password-field-toggle.tsx'
