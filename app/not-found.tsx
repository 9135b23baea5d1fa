import type { Metadata } from 'next';
import { buttonClass } from './_ui/button';
import { PlainPage } from './_ui/plain-page';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <PlainPage title="There is nothing at this address">
      <p>
        The page may have moved, or it belongs to a workspace that you are not a member of. Nothing of yours
        is lost.
      </p>
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- every page comes with this one: a router's link would weigh more than all of it */}
      <a href="/" className={buttonClass({ variant: 'primary' })}>
        Go to your articles
      </a>
    </PlainPage>
  );
}
