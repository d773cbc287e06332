export { FieldCheckbox as Checkbox, type FieldCheckboxProps as CheckboxProps } from './field-checkbox.tsx'
export {
  FieldDescription as Description,
  type FieldDescriptionProps as DescriptionProps,
} from './field-description.tsx'
export { FieldError as Error, type FieldErrorProps as ErrorProps } from './field-error.tsx'
export { FieldInput as Input, type FieldInputProps as InputProps } from './field-input.tsx'
export { FieldLabel as Label, type FieldLabelProps as LabelProps } from './field-label.tsx'
export { FieldRoot as Root, type FieldRootProps as RootProps } from './field-root.tsx'
