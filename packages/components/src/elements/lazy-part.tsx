'use client'

import {
  Component,
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useRef,
  useState,
} from 'react'
import { Text } from '../messages/messages-context.tsx'
import { Alert } from './alert.tsx'
import { Button } from './button.tsx'

class PartMissing extends Error {
  /** Lets the next draw begin anew: React keeps a failure for good. */
  readonly forget: () => void

  constructor(cause: unknown, forget: () => void) {
    super('a part of the page could not be loaded', { cause })
    this.forget = forget
  }
}

/** A component that is fetched when it is first drawn, or ahead. */
export type Part<Props> = {
  /** The component when it is there, else one that waits for it. */
  component: () => ComponentType<Props>
  /** Fetches it ahead: then it appears without a frame of the fallback. A failure is tried again when it is drawn. */
  preload: () => void
}

/** Describes a component in a chunk of its own. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let loaded: ComponentType<Props> | undefined
  let pending: ComponentType<Props> | undefined
  const fetch = async () => {
    try {
      loaded = await load()
      return { default: loaded }
    } catch (cause) {
      throw new PartMissing(cause, () => {
        pending = undefined
      })
    }
  }
  return {
    component() {
      pending ??= lazy(fetch) as ComponentType<never> as ComponentType<Props>
      return loaded ?? pending
    },
    preload: () => void fetch().catch(() => {}),
  }
}

/** Draws a lazy part. Stands inside a `LazyBoundary`. */
export function LazyPart<Props extends object>({
  part,
  props,
}: {
  part: Part<Props>
  props: Props
}): ReactNode {
  const [View] = useState(part.component)
  return <View {...props} />
}

type BoundaryProps = {
  /** Stands in while a part is on its way. */
  fallback: ReactNode
  /** Stands around the word that a part could not be had. */
  around?: (failure: ReactNode) => ReactNode
  children: ReactNode
}

/** Waits for the lazy parts inside; when one cannot be had it says so and offers to try again. */
export class LazyBoundary extends Component<BoundaryProps, { error: unknown }> {
  override state: { error: unknown } = { error: null }

  static getDerivedStateFromError = (error: unknown) => ({ error })

  // Whoever draws the part next, here or elsewhere, fetches it anew.
  override componentDidCatch(error: unknown): void {
    if (error instanceof PartMissing) error.forget()
  }

  override render(): ReactNode {
    const { error } = this.state
    const { fallback, around = (failure) => failure, children } = this.props
    if (!error) return <Suspense fallback={fallback}>{children}</Suspense>
    if (!(error instanceof PartMissing)) throw error
    return around(<Failure onRetry={() => this.setState({ error: null })} />)
  }
}

function Failure({ onRetry }: { onRetry: () => void }) {
  const container = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What had the focus may have gone with the part.
    if (document.activeElement === document.body) container.current?.querySelector('button')?.focus()
  }, [])
  return (
    <div ref={container} role="alert">
      <Alert title={<Text k="unreachable__title" />}>
        <Text k="unreachable__text" />{' '}
        <Button variant="link" onClick={onRetry}>
          <Text k="loadingLong__retry" />
        </Button>
      </Alert>
    </div>
  )
}
