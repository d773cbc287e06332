import { icon } from './icon.tsx'

// The icons of the cards; those of the account pages are in account-icons.tsx, which a sign-in page does not load.

export const MailIcon = /* @__PURE__ */ icon(
  'M5 4.5h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2ZM3.5 5.5 10 11l6.5-5.5',
)
export const MessageIcon = /* @__PURE__ */ icon(
  'M4.5 3.5h11a2 2 0 0 1 2 2V12a2 2 0 0 1-2 2H9l-3.5 3v-3h-1a2 2 0 0 1-2-2V5.500a2 2 0 0 1 2-2ZM6.5 7.500h7M6.5 10.500H11',
)
export const PasskeyIcon = /* @__PURE__ */ icon(
  'M11 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2.5 16c0-3 2.3-5 5.5-5q1 0 1.9.3M17 10.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0ZM14.8 12.7V17l1.7-1.4-1-.9 1-.9',
)
export const LockIcon = /* @__PURE__ */ icon(
  'M5.5 8.500h9a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM6.5 8.500V6a3.5 3.5 0 0 1 7 0v2.500M10 12v2',
)
export const EyeIcon = /* @__PURE__ */ icon(
  'M1.5 10C3.3 6.7 6.3 5 10 5s6.7 1.7 8.5 5c-1.8 3.3-4.8 5-8.5 5s-6.7-1.7-8.5-5ZM12.5 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
)
export const EyeOffIcon = /* @__PURE__ */ icon(
  'M3.5 3.5l13 13M7.8 5.3Q8.9 5 10 5c3.500 0 6.3 1.7 8 5a10.5 10.5 0 0 1-2.3 2.9M5 6.3A10 10 0 0 0 2 10c1.7 3.3 4.5 5 8 5q1.8 0 3.3-.6',
)
export const CheckIcon = /* @__PURE__ */ icon('M4 10.5 8 14.5 16 6')
export const ChevronEndIcon = /* @__PURE__ */ icon('M7.5 4.5 13 10l-5.5 5.5', true)
export const ChevronDownIcon = /* @__PURE__ */ icon('M4.5 7.5 10 13l5.5-5.5')
export const AlertIcon = /* @__PURE__ */ icon(
  'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 6.200v4.300M10 13.500v.01',
)
export const WarningIcon = /* @__PURE__ */ icon('M10 3l8 14H2ZM10 8v4M10 14.500v.01')
export const ClockIcon = /* @__PURE__ */ icon(
  'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 5.500V10l3 2',
)
export const ArrowEndIcon = /* @__PURE__ */ icon('M4 10h12M11 5l5 5-5 5', true)
export const ArrowStartIcon = /* @__PURE__ */ icon('M16 10H4M9 5l-5 5 5 5', true)
export const CopyIcon = /* @__PURE__ */ icon(
  'M9 7.500h6a1.5 1.5 0 0 1 1.5 1.500v6a1.5 1.5 0 0 1-1.5 1.500H9A1.5 1.5 0 0 1 7.5 15V9A1.5 1.5 0 0 1 9 7.500ZM4.5 12A1.5 1.5 0 0 1 3.5 10.500V5A1.5 1.5 0 0 1 5 3.500h5.500q1 0 1.5 1',
)
export const RingIcon = /* @__PURE__ */ icon('M16 10a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z')
