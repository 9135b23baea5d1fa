'use client';
import { Button } from './_ui/button';
import { PlainPage } from './_ui/plain-page';

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <PlainPage title="This page could not be shown">
      <p>
        Something went wrong on our side. What you had saved is safe, and marks that were not yet sent wait in
        this browser. Try again; if it stays, tell whoever runs this installation
        {error.digest ? (
          <>
            {' '}
            and give them the number <code>{error.digest}</code>
          </>
        ) : null}
        .
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
    </PlainPage>
  );
}
