import type { ReactNode } from 'react'

export type IconProps = {
  /** Side in px: 20 in rows and buttons, 16 beside small text. */
  size?: 16 | 20
}

export type Icon = (props: IconProps) => ReactNode

/** An icon on the grid of 20, drawn as one stroke in the colour of its text; decoration, so hidden from readers. */
const icon =
  (path: string, mirror?: true): Icon =>
  ({ size = 20 }) => (
    <svg className="cl-icon" viewBox="0 0 20 20" aria-hidden="true" data-size={size} data-mirror={mirror}>
      <path d={path} />
    </svg>
  )

export const MailIcon = /* @__PURE__ */ icon(
  'M5 4.5h10a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-7a2 2 0 0 1 2-2ZM3.5 5.5 10 11l6.5-5.5',
)
export const MessageIcon = /* @__PURE__ */ icon(
  'M4.5 3.5h11a2 2 0 0 1 2 2V12a2 2 0 0 1-2 2H9l-3.5 3v-3h-1a2 2 0 0 1-2-2V5.500a2 2 0 0 1 2-2ZM6.5 7.500h7M6.5 10.500H11',
)
export const PhoneIcon = /* @__PURE__ */ icon(
  'M7.5 2h5a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2ZM9 15h2',
)
export const LaptopIcon = /* @__PURE__ */ icon(
  'M5 4h10a1.5 1.5 0 0 1 1.5 1.500v7A1.5 1.5 0 0 1 15 14H5a1.5 1.5 0 0 1-1.5-1.500v-7A1.5 1.5 0 0 1 5 4ZM1 16.500h18',
)
export const TabletIcon = /* @__PURE__ */ icon(
  'M5.5 2.500h9a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-11a2 2 0 0 1 2-2ZM8.5 15h3',
)
export const DesktopIcon = /* @__PURE__ */ icon(
  'M4 3.500h12a1.5 1.5 0 0 1 1.5 1.500v7a1.5 1.5 0 0 1-1.5 1.500H4A1.5 1.5 0 0 1 2.5 12V5A1.5 1.5 0 0 1 4 3.500ZM10 14v3M6.5 17h7',
)
export const PasskeyIcon = /* @__PURE__ */ icon(
  'M11 6a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM2.5 16c0-3 2.3-5 5.5-5q1 0 1.9.3M17 10.5a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0ZM14.8 12.7V17l1.7-1.4-1-.9 1-.9',
)
export const LockIcon = /* @__PURE__ */ icon(
  'M5.5 8.500h9a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-9a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2ZM6.5 8.500V6a3.5 3.5 0 0 1 7 0v2.500M10 12v2',
)
export const ShieldIcon = /* @__PURE__ */ icon(
  'M10 2.500l6.5 2.200v4.800c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8V4.700ZM7.3 10l2 2 3.4-3.6',
)
export const UserIcon = /* @__PURE__ */ icon(
  'M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4 17c.4-3.2 2.8-5 6-5s5.6 1.8 6 5',
)
export const EyeIcon = /* @__PURE__ */ icon(
  'M1.5 10C3.3 6.7 6.3 5 10 5s6.7 1.7 8.5 5c-1.8 3.3-4.8 5-8.5 5s-6.7-1.7-8.5-5ZM12.5 10a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0Z',
)
export const EyeOffIcon = /* @__PURE__ */ icon(
  'M3.5 3.5l13 13M7.8 5.3Q8.9 5 10 5c3.500 0 6.3 1.7 8 5a10.5 10.5 0 0 1-2.3 2.9M5 6.3A10 10 0 0 0 2 10c1.7 3.3 4.5 5 8 5q1.8 0 3.3-.6',
)
export const PlusIcon = /* @__PURE__ */ icon('M10 4v12M4 10h12')
export const CheckIcon = /* @__PURE__ */ icon('M4 10.5 8 14.5 16 6')
export const CrossIcon = /* @__PURE__ */ icon('M4.5 4.500l11 11M15.5 4.500l-11 11')
export const ChevronEndIcon = /* @__PURE__ */ icon('M7.5 4.5 13 10l-5.5 5.5', true)
export const ChevronDownIcon = /* @__PURE__ */ icon('M4.5 7.5 10 13l5.5-5.5')
export const ChevronUpDownIcon = /* @__PURE__ */ icon('M6.5 7 10 3.5 13.5 7M6.5 13l3.5 3.5 3.5-3.5')
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
export const SignOutIcon = /* @__PURE__ */ icon(
  'M8 3H5.500a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2H8M8.5 10H17M13.5 6.5 17 10l-3.5 3.5',
  true,
)
export const SlidersIcon = /* @__PURE__ */ icon(
  'M2.5 6H10M14 6h3.500M14 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM2.5 14H6M10 14h7.500M10 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
)
export const BellIcon = /* @__PURE__ */ icon(
  'M3 13.500c1.2-1.3 1.5-2.7 1.5-5a5.5 5.5 0 0 1 11 0c0 2.3.3 3.7 1.5 5ZM8.3 16.500q1.7 1.3 3.4 0',
)
export const MinusIcon = /* @__PURE__ */ icon('M5 10h10')
export const RingIcon = /* @__PURE__ */ icon('M16 10a6 6 0 1 1-12 0 6 6 0 0 1 12 0Z')
export const LinkIcon = /* @__PURE__ */ icon(
  'M8.5 11.500a3.3 3.3 0 0 0 4.7 0l2.8-2.800A3.3 3.3 0 0 0 11.3 4L10 5.300M11.5 8.500a3.3 3.3 0 0 0-4.7 0L4 11.300A3.3 3.3 0 0 0 8.7 16l1.3-1.3',
)
export const HelpIcon = /* @__PURE__ */ icon(
  'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM7.8 8a2.2 2.2 0 1 1 3.3 1.900c-.7.4-1.1.8-1.1 1.600M10 14v.01',
)
export const AuthenticatorIcon = /* @__PURE__ */ icon(
  'M4 3h2.5a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM13.5 3H16a1 1 0 0 1 1 1v2.5a1 1 0 0 1-1 1h-2.5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1ZM4 12.5h2.5a1 1 0 0 1 1 1V16a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-2.5a1 1 0 0 1 1-1ZM12 12.5h2.5v2.5h-2M17 12.5V15M17 17.5h-1',
)
export const ListIcon = /* @__PURE__ */ icon('M7.5 5h10M7.5 10h10M7.5 15h10M3 5v.01M3 10v.01M3 15v.01')
export const BinIcon = /* @__PURE__ */ icon(
  'M3 5h14M7.5 5V3.500h5V5M5 5l.8 10.700a1.8 1.8 0 0 0 1.8 1.800h4.800a1.8 1.8 0 0 0 1.8-1.800L15 5',
)
export const OpenOutsideIcon = /* @__PURE__ */ icon(
  'M8.5 5.500h-3a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h7a2 2 0 0 0 2-2v-3M11.5 3H17v5.500M17 3 9 11',
)

/** The three dots of a row's menu: filled, unlike the strokes of the others. */
export const DotsIcon: Icon = ({ size = 20 }) => (
  <svg className="cl-icon" viewBox="0 0 20 20" aria-hidden="true" data-size={size}>
    <path d="M4.2 10h.01M10 10h.01M15.8 10h.01" strokeWidth="2.75" />
  </svg>
)
