import { type ComponentProps, type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import styles from './field.module.css';

export interface FieldWords {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; also marks the control as invalid. */
  error?: ReactNode;
  /** Says "optional" beside the label. */
  optional?: boolean;
}

/** What ties a control to its label, hint and error. */
export interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** The look of a text control, for one that the kit does not have. */
export const controlClass = styles.control;

/** A label, a hint and an error around any control: `<Field label="Name">{(wiring) => <input {...wiring} />}</Field>`. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
  className,
}: FieldWords & { children: (wiring: Wiring) => ReactNode; className?: string }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div className={classNames(styles.field, className)}>
      <label className={styles.label} id={`${id}-label`} htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> (optional)</span>}
      </label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
      {error && (
        <div className={styles.error} id={`${id}-error`}>
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  optional,
  className,
  ...rest
}: FieldWords & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <input type="text" {...rest} {...wiring} className={controlClass} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  ...rest
}: FieldWords & Omit<ComponentProps<'textarea'>, 'id'>) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => <textarea {...rest} {...wiring} className={controlClass} />}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

export function Select({
  label,
  hint,
  error,
  optional,
  className,
  options,
  ...rest
}: FieldWords & Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly Option[] }) {
  return (
    <Field {...{ label, hint, error, optional, className }}>
      {(wiring) => (
        <select {...rest} {...wiring} className={controlClass}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Checkbox({
  label,
  hint,
  error,
  className,
  ...rest
}: Omit<FieldWords, 'optional'> & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const id = useId();
  return (
    <div className={classNames(styles.check, className)}>
      <input
        {...rest}
        type="checkbox"
        id={id}
        aria-describedby={
          [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={error ? true : undefined}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <div className={styles.hint} id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className={styles.error} id={`${id}-error`}>
          <span>{error}</span>
        </div>
      )}
    </div>
  );
}
