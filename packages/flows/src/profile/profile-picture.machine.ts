import type { FocusTarget } from '../action/flow-props.ts'

/** The one panel that is open: `crop` holds the file of which a square is chosen. */
export type PicturePanel = { kind: 'closed' } | { kind: 'crop'; file: Blob } | { kind: 'remove' }

/** Why a file was not taken before anybody asked the server. */
export type PictureRefusal = 'avatar_file_type_invalid' | 'avatar_file_size_exceeded'

export type PictureEvent =
  | { type: 'picked'; file: Blob }
  /** What was picked turned out to be no picture. */
  | { type: 'unreadable' }
  | { type: 'open-remove' | 'close' | 'changed' | 'removed' }

export type PictureState = {
  panel: PicturePanel
  refusal: PictureRefusal | null
  notice: 'changed' | 'removed' | null
  focusTarget: FocusTarget | null
  turn: number
}

export const closedPicture: PictureState = {
  panel: { kind: 'closed' },
  refusal: null,
  notice: null,
  focusTarget: null,
  turn: 0,
}

/** What the chooser offers, and what the server takes. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']
/** Bytes of a file that the server takes. */
export const mostPictureBytes = 10 * 1024 * 1024

const opener = { kind: 'opener', panel: 'edit' } as const

/** Moves from panel to panel and says where the focus goes. Pure; `turn` grows with every move. */
export function pictureReducer(state: PictureState, event: PictureEvent): PictureState {
  const closed = { ...closedPicture, turn: state.turn + 1, focusTarget: opener }
  switch (event.type) {
    case 'picked': {
      const refusal = refusalOf(event.file)
      if (refusal) return { ...closed, refusal }
      return { ...closed, panel: { kind: 'crop', file: event.file }, focusTarget: { kind: 'heading' } }
    }
    case 'unreadable':
      return { ...closed, refusal: 'avatar_file_type_invalid' }
    case 'open-remove':
      return { ...closed, panel: { kind: 'remove' }, focusTarget: { kind: 'heading' } }
    case 'changed':
    case 'removed':
      return { ...closed, notice: event.type }
    case 'close':
      return state.panel.kind === 'remove'
        ? { ...closed, focusTarget: { kind: 'opener', panel: 'remove' } }
        : closed
  }
}

function refusalOf({ type, size }: Blob): PictureRefusal | null {
  if (!pictureTypes.includes(type)) return 'avatar_file_type_invalid'
  return size > mostPictureBytes ? 'avatar_file_size_exceeded' : null
}
