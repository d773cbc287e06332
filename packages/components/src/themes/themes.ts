import type { Theme } from '../appearance/types.ts'
import { makeTheme } from './make-theme.ts'

/** The red of theatre seats: a plum accent on warm greys. */
export const velvet: Theme = /* @__PURE__ */ makeTheme('velvet', {
  accent: ['#86205f', '#f0a3cf'],
  fill: ['#86205f', '#a83a7c'],
  onFill: ['#fff', '#fff'],
  fillHover: ['#6f184e', '#b6478a'],
  fillActive: ['#58123e', '#96316d'],
  accentTint: ['#fbecf5', '#3a1f30'],
  ground: ['#fff', '#1b1619'],
  sunken: ['#f7f4f6', '#120e11'],
  stub: ['#fbf9fa', '#161215'],
  text: ['#1e161b', '#f6f1f4'],
  muted: ['#665a62', '#b3a6ae'],
  fieldBorder: ['#93868e', '#7f727a'],
})

/** The light of lamps: amber, made for the dark. What only warns is orange, so that it is not taken for the accent. */
export const lobby: Theme = /* @__PURE__ */ makeTheme(
  'lobby',
  {
    accent: ['#7a4b00', '#f0c07a'],
    fill: ['#7a4b00', '#f0c07a'],
    onFill: ['#fff', '#231803'],
    fillHover: ['#633c00', '#f5ce97'],
    fillActive: ['#4d2f00', '#e0ad62'],
    accentTint: ['#fbf1df', '#33291a'],
    ground: ['#fff', '#1a1815'],
    sunken: ['#f7f5f1', '#12110e'],
    stub: ['#fbfaf7', '#151310'],
    text: ['#1c1914', '#f5f2ec'],
    muted: ['#635c50', '#b1a99c'],
    fieldBorder: ['#91897c', '#7d766b'],
  },
  {
    '--usher-warning': 'light-dark(#a13d00,#ffb08a)',
    '--usher-warning-tint': 'light-dark(#fff3ec,#33201a)',
    '--usher-warning-line': 'light-dark(#f3cdb8,#5e3a2b)',
  },
)

/** The green of house plants, with corners that are nearly square. */
export const foyer: Theme = /* @__PURE__ */ makeTheme(
  'foyer',
  {
    accent: ['#0e5c4a', '#7fdcbc'],
    fill: ['#0e5c4a', '#0f7a60'],
    onFill: ['#fff', '#fff'],
    fillHover: ['#0a4a3b', '#12876b'],
    fillActive: ['#07392d', '#0c6751'],
    accentTint: ['#e5f4ee', '#14332a'],
    ground: ['#fff', '#151a18'],
    sunken: ['#f3f6f3', '#0e1211'],
    stub: ['#f8faf8', '#121614'],
    text: ['#121a17', '#f0f4f2'],
    muted: ['#54615b', '#a3afa9'],
    fieldBorder: ['#7f8c86', '#6d7a74'],
  },
  { borderRadius: '0.25rem', '--usher-radius-ticket': '0.375rem' },
)
