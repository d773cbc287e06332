import { vi } from 'vitest'

vi.mock('../src/kit/use-kit.ts', async () => ({ useKit: (await import('./world.tsx')).useKit }))
vi.mock('../src/kit/use-session-activities.ts', () => ({}))
