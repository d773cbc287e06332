import type { ImportRule } from './import-rule.ts'

const clientSide = /^packages\/(client|hooks|primitives|flows|components|react)\/src\//
const protocolParts = ['@usher/protocol/strategies', '@usher/protocol/errors']
const drawing = /^packages\/components\/src\/(elements|messages|errors|factors)\/|\.view\.tsx$/

/** The schemas of the protocol would bring zod into the browser's first chunk. */
export const protocolTypes: ImportRule = {
  name: 'protocol-types',
  law: 'the client side imports @usher/protocol by `import type`; values come from its /strategies and /errors',
  breaks: ({ from, specifier, kind }) =>
    clientSide.test(from) &&
    kind !== 'type' &&
    isPackage(specifier, '@usher/protocol') &&
    !protocolParts.includes(specifier),
}

/** A machine is pure: states and transitions, nothing that runs elsewhere. */
export const machineTypes: ImportRule = {
  name: 'machine-types',
  law: '*.machine.ts imports nothing but types',
  breaks: ({ from, kind }) => from.endsWith('.machine.ts') && kind !== 'type',
}

/** A controller turns hooks into plain props; it draws nothing and fetches nothing. */
export const controllerImports: ImportRule = {
  name: 'controller-imports',
  law: '*.controller.ts imports hooks, react and its own flow; nothing that draws and no client',
  breaks: ({ from, specifier, target, kind }) => {
    if (!/\.controller\.tsx?$/.test(from) || kind === 'type') return false
    if (target) return target.endsWith('.tsx')
    return !(specifier === 'react' || specifier === '@usher/hooks' || protocolParts.includes(specifier))
  },
}

/** A view only draws: everything it needs to know arrives as props. */
export const viewImports: ImportRule = {
  name: 'view-imports',
  law: '*.view.tsx imports elements, messages, errors, factors and primitives, besides react, other views and types',
  breaks: ({ from, specifier, target, kind }) => {
    if (!from.endsWith('.view.tsx') || kind === 'type') return false
    return target ? !drawing.test(target) : !(specifier === 'react' || specifier === '@usher/primitives')
  },
}

/** The metadata of the world's phone numbers weighs 29 kB. */
export const lazyPhoneMetadata: ImportRule = {
  name: 'lazy-phone-metadata',
  law: 'libphonenumber-js is imported dynamically, and only in primitives/src/phone-field',
  breaks: ({ from, specifier, kind }) => {
    if (!clientSide.test(from) || !isPackage(specifier, 'libphonenumber-js') || kind === 'type') return false
    return kind !== 'dynamic' || !from.startsWith('packages/primitives/src/phone-field/')
  },
}

const isPackage = (specifier: string, name: string) => specifier === name || specifier.startsWith(`${name}/`)
