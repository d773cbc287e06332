'use client'

import type { SignInMethod } from '@usher/flows'
import type { ReactNode } from 'react'
import { Badge } from '../elements/badge.tsx'
import { MethodList, MethodRow } from '../elements/method-row.tsx'
import { factorViewOf } from '../factors/registry.tsx'
import { Text } from '../messages/messages-context.tsx'

/** The ways to go on, best first. */
export function MethodRows({
  methods,
  onChoose,
}: {
  methods: SignInMethod[]
  onChoose: (id: string) => void
}): ReactNode {
  return (
    <MethodList>
      {methods.map(({ id, strategy, safeIdentifier, isLastUsed }) => {
        const view = factorViewOf(strategy)
        if (!view) return null
        const { icon, label, fact } = view
        return (
          <MethodRow
            key={id}
            elementId={strategy}
            icon={icon}
            fact={<Text k={fact} values={{ identifier: safeIdentifier ?? '' }} />}
            badge={
              isLastUsed && (
                <Badge>
                  <Text k="lastAuthenticationStrategy" />
                </Badge>
              )
            }
            onClick={() => onChoose(id)}
          >
            <Text k={label} />
          </MethodRow>
        )
      })}
    </MethodList>
  )
}
