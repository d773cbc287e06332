export {
  FileFieldInput as Input,
  type FileFieldInputProps as InputProps,
} from './file-field-input.tsx'
export {
  FileFieldRoot as Root,
  type FileFieldRootProps as RootProps,
} from './file-field-root.tsx'
export {
  FileFieldTrigger as Trigger,
  type FileFieldTriggerProps as TriggerProps,
} from './file-field-trigger.tsx'
