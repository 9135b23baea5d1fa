import type { ComponentProps } from 'react';
import { Button } from './button';
import { ButtonLink } from './button-link';

/** The next page of a list: a link when the address can say where to go on, else a button. */
export function ShowMore({
  href,
  onShow,
  busy,
  label = 'Show more',
}: {
  href?: ComponentProps<typeof ButtonLink>['href'];
  onShow?: () => void;
  busy?: boolean;
  label?: string;
}) {
  if (href) return <ButtonLink href={href}>{label}</ButtonLink>;
  return (
    <Button onClick={onShow} busy={busy}>
      {label}
    </Button>
  );
}
