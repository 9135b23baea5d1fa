import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names';
import { Spinner } from './spinner';

/** `primary`: the one thing to do here. `danger`: what cannot be taken back. `bare`: without a frame, for bars. `link`: reads as a word. */
export type ButtonVariant = 'quiet' | 'primary' | 'danger' | 'bare' | 'link';
export interface Look {
  variant?: ButtonVariant;
  size?: 'normal' | 'small';
}

export const buttonClass = (
  { variant = 'quiet', size = 'normal' }: Look = {},
  ...more: (string | undefined)[]
) => classNames(styles.button, styles[variant], size === 'small' && styles.small, ...more);

/** While `busy` it keeps its width and its focus, and ignores presses. */
export function Button({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  ...rest
}: ComponentProps<'button'> & Look & { busy?: boolean }) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonClass({ variant, size }, busy ? styles.busy : undefined, className)}
    >
      {children}
      {busy && (
        <span className={styles.busyMark}>
          <Spinner label="Working" />
        </span>
      )}
    </button>
  );
}

/** A button that shows an icon alone; `label` is its name and its tooltip's words. */
export function IconButton({
  label,
  variant = 'bare',
  size,
  className,
  ...rest
}: ComponentProps<'button'> & Look & { label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={buttonClass({ variant, size }, styles.icon, className)}
    />
  );
}
