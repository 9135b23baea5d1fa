import type { Metadata } from 'next';
import { ButtonLink } from './_ui/button';
import { PlainPage } from './_ui/plain-page';

export const metadata: Metadata = { title: 'Not here' };

export default function NotFound() {
  return (
    <PlainPage title="There is nothing at this address">
      <p>
        The page may have moved, or it belongs to a workspace that you are not a member of. Nothing of yours
        is lost.
      </p>
      <ButtonLink href="/" variant="primary">
        Go to your articles
      </ButtonLink>
    </PlainPage>
  );
}
