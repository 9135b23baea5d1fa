'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import type { ReactNode, Ref } from 'react';
import { classNames } from './class-names';
import { controlClass, Field, type FieldWords } from './field';
import styles from './popup.module.css';

export interface Suggestion {
  value: string;
  label: string;
  /** A second, quieter line: what tells two of the same name apart. */
  secondary?: string;
}

/**
 * A text field with suggestions; free text stays allowed. `value` is the text. `onPick` tells which suggestion
 * was taken, so that the caller can keep its id. With `filtered` the options are shown as given (found by a server).
 */
export function Combobox({
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  onPick,
  options,
  filtered = false,
  empty,
  name,
  placeholder,
  disabled,
  inputRef,
}: FieldWords & {
  value: string;
  onChange: (text: string) => void;
  onPick?: (suggestion: Suggestion) => void;
  options: readonly Suggestion[];
  filtered?: boolean;
  /** What to say when nothing fits, for instance "New source: it is made when you save." */
  empty?: ReactNode;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}) {
  return (
    <Autocomplete.Root
      items={options}
      itemToStringValue={(option: Suggestion) => option.label}
      value={value}
      onValueChange={onChange}
      mode={filtered ? 'none' : 'list'}
      openOnInputClick
      disabled={disabled}
      name={name}
    >
      <Field {...{ label, hint, error, optional }}>
        {(wiring) => (
          // While the list is open, all around the input is hidden from screen readers: the name is tied by id.
          <Autocomplete.Input
            {...wiring}
            aria-labelledby={`${wiring.id}-label`}
            ref={inputRef}
            className={controlClass}
            placeholder={placeholder}
          />
        )}
      </Field>
      <Autocomplete.Portal>
        <Autocomplete.Positioner className={styles.positioner} sideOffset={4} collisionPadding={8}>
          <Autocomplete.Popup className={styles.popup}>
            <Autocomplete.Empty className={styles.empty}>{empty}</Autocomplete.Empty>
            <Autocomplete.List className={styles.list}>
              {(option: Suggestion) => (
                <Autocomplete.Item
                  key={option.value}
                  value={option}
                  className={classNames(styles.item, option.secondary && styles.twoLines)}
                  onClick={() => onPick?.(option)}
                >
                  <span>{option.label}</span>
                  {option.secondary && <span className={styles.secondary}>{option.secondary}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
