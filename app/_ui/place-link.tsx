'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

type PlaceLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'> & { href: Route };

/**
 * A link to another place of the app, for what stands on every page: nothing is fetched before somebody comes near it.
 * `next/link` fetches ahead what it leads to, and weighs four kilobytes.
 */
export function PlaceLink({ href, ...props }: PlaceLinkProps) {
  const router = useRouter();
  const fetchAhead = () => router.prefetch(href);
  return (
    <a
      {...props}
      href={href}
      onPointerEnter={fetchAhead}
      onFocus={fetchAhead}
      onClick={(event) => {
        if (!isPlain(event) || event.defaultPrevented) return;
        event.preventDefault();
        router.push(href);
      }}
    />
  );
}

/** Neither into a new tab or window nor onto the disk: those the browser sees to. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean =>
  button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
