'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
import { Button, buttonClass } from './button';
import { classNames } from './class-names';
import styles from './dialog.module.css';
import { CloseIcon } from './icons';

/**
 * A modal dialog; on a narrow screen a sheet from below. Focus goes in, stays in, and returns to where it was.
 * Controlled by `open` and `onOpenChange`, or opened by `trigger` (a Button) alone.
 */
export function Dialog({
  title,
  description,
  trigger,
  footer,
  wide = false,
  children,
  initialFocus,
  finalFocus,
  ...control
}: {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactElement;
  footer?: ReactNode;
  /** `full`: as wide as two texts beside each other. */
  wide?: boolean | 'full';
  children?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  initialFocus?: RefObject<HTMLElement | null>;
  finalFocus?: RefObject<HTMLElement | null>;
}) {
  const popup = useRef<HTMLDivElement>(null);
  // The first field rather than the Close button; by touch the dialog itself, so that no keyboard covers it.
  const firstPlace = (openedBy: string) =>
    (openedBy !== 'touch' && popup.current?.querySelector<HTMLElement>('input, textarea, select')) ||
    popup.current;
  return (
    <Base.Root {...control}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className={styles.backdrop} />
        <Base.Viewport className={styles.viewport}>
          <Base.Popup
            className={classNames(styles.popup, wide && styles.wide, wide === 'full' && styles.full)}
            ref={popup}
            initialFocus={initialFocus ?? firstPlace}
            finalFocus={finalFocus}
          >
            <div className={styles.head}>
              <Base.Title className={styles.title}>{title}</Base.Title>
              <Base.Close
                className={buttonClass({ variant: 'bare', size: 'small' }, styles.close)}
                aria-label="Close"
              >
                <CloseIcon />
              </Base.Close>
              {description && (
                <Base.Description className={styles.description}>{description}</Base.Description>
              )}
            </div>
            {children && <div className={styles.body}>{children}</div>}
            {footer && <div className={styles.foot}>{footer}</div>}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** A button that closes the dialog it stands in. */
export function DialogClose({ children = 'Cancel' }: { children?: ReactNode }) {
  return <Base.Close className={buttonClass()}>{children}</Base.Close>;
}

/** Asks before what cannot be undone: `verb` repeats what will happen ("Revoke token"). */
export function ConfirmDialog({
  title,
  children,
  verb,
  onConfirm,
  busy,
  ...control
}: {
  title: ReactNode;
  children: ReactNode;
  verb: string;
  onConfirm: () => void;
  busy?: boolean;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  return (
    <Dialog
      {...control}
      title={title}
      description={children}
      footer={
        <>
          <DialogClose />
          <Button variant="danger" onClick={onConfirm} busy={busy}>
            {verb}
          </Button>
        </>
      }
    />
  );
}
