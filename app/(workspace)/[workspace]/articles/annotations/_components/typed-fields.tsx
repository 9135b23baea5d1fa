'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import { TextField } from '@/app/_ui/field';

/** Fields of a filter in which one types: they are asked for when the form is sent, and not with every letter. */
export const TypedFields = ({
  className,
  children,
}: {
  className?: string | undefined;
  children: ReactNode;
}) => (
  <div className={className} onChange={(event) => event.stopPropagation()}>
    {children}
  </div>
);

/** One of them. Where the address changes, so does what stands in it, unless somebody is typing there. */
export function TypedField({
  label,
  name,
  value,
  type,
  className,
}: {
  label: string;
  name: string;
  value: string;
  type: 'text' | 'search' | 'date';
  className?: string | undefined;
}) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = place.current?.querySelector('input');
    if (input && document.activeElement !== input) input.value = value;
  }, [value]);
  return (
    <div ref={place} className={className}>
      <TextField
        label={label}
        name={name}
        type={type}
        defaultValue={value}
        maxLength={200}
        autoComplete="off"
      />
    </div>
  );
}
