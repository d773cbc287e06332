import { type Icon, icon } from './icon.tsx'

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
export const ShieldIcon = /* @__PURE__ */ icon(
  'M10 2.500l6.5 2.200v4.800c0 4-2.7 6.7-6.5 8-3.8-1.3-6.5-4-6.5-8V4.700ZM7.3 10l2 2 3.4-3.6',
)
export const UserIcon = /* @__PURE__ */ icon(
  'M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4 17c.4-3.2 2.8-5 6-5s5.6 1.8 6 5',
)
export const PlusIcon = /* @__PURE__ */ icon('M10 4v12M4 10h12')
export const CrossIcon = /* @__PURE__ */ icon('M4.5 4.500l11 11M15.5 4.500l-11 11')
export const ChevronUpDownIcon = /* @__PURE__ */ icon('M6.5 7 10 3.5 13.5 7M6.5 13l3.5 3.5 3.5-3.5')
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
