export {
  PhoneFieldCountry as Country,
  type PhoneFieldCountryProps as CountryProps,
} from './phone-field-country.tsx'
export {
  PhoneFieldInput as Input,
  type PhoneFieldInputProps as InputProps,
} from './phone-field-input.tsx'
export {
  PhoneFieldRoot as Root,
  type PhoneFieldRootProps as RootProps,
} from './phone-field-root.tsx'
