export { DialogClose as Close, type DialogCloseProps as CloseProps } from './dialog-close.tsx'
export { DialogContent as Content, type DialogContentProps as ContentProps } from './dialog-content.tsx'
export {
  DialogDescription as Description,
  type DialogDescriptionProps as DescriptionProps,
} from './dialog-description.tsx'
export { DialogOverlay as Overlay, type DialogOverlayProps as OverlayProps } from './dialog-overlay.tsx'
export { DialogPortal as Portal, type DialogPortalProps as PortalProps } from './dialog-portal.tsx'
export { DialogRoot as Root, type DialogRootProps as RootProps } from './dialog-root.tsx'
export { DialogTitle as Title, type DialogTitleProps as TitleProps } from './dialog-title.tsx'
export { DialogTrigger as Trigger, type DialogTriggerProps as TriggerProps } from './dialog-trigger.tsx'
