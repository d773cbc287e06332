'use client'

import type { SignInMethod } from '@usher/flows'
import { isStrategy } from '@usher/protocol/strategies'
import type { ReactNode } from 'react'
import { Badge } from '../elements/badge.tsx'
import { MethodList, MethodRow } from '../elements/method-row.tsx'
import { factorViews } from '../factors/registry.tsx'
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
        if (!isStrategy(strategy)) return null
        const { icon, label, fact } = factorViews[strategy]
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
