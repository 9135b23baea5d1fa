import type { ReactNode } from 'react';
import { isWebAddress } from '@/lib/domain/web-address';

/** A link to a page of somebody else, which the newsroom vouches for to no search engine; words alone without an address. */
export function AddressLink({
  address,
  language,
  children,
}: {
  address: string | null;
  language?: string | null;
  children: ReactNode;
}) {
  if (address === null || !isWebAddress(address))
    return (
      <cite dir="auto" lang={language ?? undefined}>
        {children}
      </cite>
    );
  return (
    <a href={address} rel="nofollow noopener noreferrer ugc" dir="auto" lang={language ?? undefined}>
      {children}
    </a>
  );
}
