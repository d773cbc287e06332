export { OtpFieldCell as Cell, type OtpFieldCellProps as CellProps } from './otp-field-cell.tsx'
export { OtpFieldCells as Cells, type OtpFieldCellsProps as CellsProps } from './otp-field-cells.tsx'
export { OtpFieldInput as Input, type OtpFieldInputProps as InputProps } from './otp-field-input.tsx'
export { OtpFieldRoot as Root, type OtpFieldRootProps as RootProps } from './otp-field-root.tsx'
