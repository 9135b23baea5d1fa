'use client';
import '@fontsource-variable/inter/wght.css';
import './globals.css';
import ErrorPage from './error';

/** Stands in for the root layout when that itself fails. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Touchstone</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
