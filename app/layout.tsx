import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './fonts.css';
import './globals.css';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { THEME_SCRIPT } from './_ui/theme-script';
import { TITLE_SCRIPT } from './_ui/title-script';
import { ToastProvider } from './_ui/toast';

export const metadata: Metadata = {
  title: { default: 'Touchstone', template: '%s · Touchstone' },
  description: 'Claims, quotes and predictions in the news, marked and checked together.',
  robots: { index: false },
  referrer: 'same-origin',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf8f1' },
    { media: '(prefers-color-scheme: dark)', color: '#191b1f' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // The script sets data-theme before React arrives: the one difference that is meant.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: `${THEME_SCRIPT}${TITLE_SCRIPT}` }} />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to the content
        </a>
        <ToastProvider>{children}</ToastProvider>
      </body>
    </html>
  );
}
