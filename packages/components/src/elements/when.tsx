'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Text, useMessages } from '../messages/messages-context.tsx'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** When something happened, in the words of somebody who was there; the exact time is its `title`. */
export function When({ time }: { time: number }): ReactNode {
  const { plural, locale } = useMessages()
  const now = useNow()
  const date = new Date(time)
  const passed = now - time
  const words =
    passed >= minute && passed < hour ? (
      plural('dates.minutesAgo', Math.round(passed / minute))
    ) : (
      <Text k={passed < minute ? 'dates.now' : keyOf(time, now)} values={{ date }} />
    )
  return (
    <time dateTime={date.toISOString()} title={date.toLocaleString(locale)}>
      {words}
    </time>
  )
}

function keyOf(time: number, now: number) {
  const midnight = new Date(now).setHours(0, 0, 0, 0)
  if (time >= midnight) return 'dates.sameDay'
  if (time >= midnight - day) return 'dates.lastDay'
  return time >= midnight - 6 * day ? 'dates.previous6Days' : 'dates.numeric'
}

function useNow(): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  return now
}
