import type { ReactNode } from 'react';
import type { Status } from '@/lib/domain/vocabulary';

/*
 * The frame tells what was judged (a circle a claim, a square a quote, a diamond a prediction), the sign within
 * tells how. A decided status is filled, an undecided one is an outline. Signs are cut out of the fill, so that
 * a glyph has one colour on any background.
 */
const CIRCLE = 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z';
const SQUARE =
  'M3.5 1.2h9a2.3 2.3 0 0 1 2.3 2.3v9a2.3 2.3 0 0 1-2.3 2.3h-9a2.3 2.3 0 0 1-2.3-2.3v-9a2.3 2.3 0 0 1 2.3-2.3Z';
const DIAMOND =
  'M6.900.6a1.55 1.55 0 0 1 2.2 0l6.3 6.3a1.55 1.55 0 0 1 0 2.2l-6.3 6.3a1.55 1.55 0 0 1-2.2 0L.6 9.1a1.55 1.55 0 0 1 0-2.2Z';
const TICK = 'M4.3 8.6 5.5 7.3l1.6 1.6 3.5-3.8 1.25 1.2L7.15 11.4Z';
const CROSS = 'M5.3 4.1 8 6.8l2.7-2.7 1.2 1.2L9.2 8l2.7 2.7-1.2 1.2L8 9.2l-2.7 2.7-1.2-1.2L6.8 8 4.1 5.3Z';
const EQUALS = 'M4.3 5.3h7.4v1.8H4.3ZM4.3 8.9h7.4v1.8H4.3Z';

const filled = (...paths: string[]) => <path fill="currentColor" fillRule="evenodd" d={paths.join('')} />;
const drawn = (children: ReactNode) => (
  <g fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round">
    {children}
  </g>
);
const QUESTION = (
  <>
    <path d="M6.3 6.3a1.75 1.75 0 1 1 2.6 1.5c-.6.35-.9.7-.9 1.3" />
    <path d="M8 11.2v.01" strokeWidth="1.9" />
  </>
);
const DIAMOND_LINE = 'm8 1.2 6.8 6.8L8 14.8 1.2 8Z';

export const STATUS_PATHS: Record<Status, ReactNode> = {
  unverified: drawn(<circle cx="8" cy="8" r="6.2" strokeDasharray="2.5 2.37" />),
  in_review: drawn(<path d="M6.8 11.8a5 5 0 1 0 0-10 5 5 0 0 0 0 10Zm3.6-1.4 4 4M4.7 6.8h4.2" />),
  supported: filled(CIRCLE, TICK),
  refuted: filled(CIRCLE, CROSS),
  conflicting: (
    <>
      {drawn(<circle cx="8" cy="8" r="6.25" />)}
      <path fill="currentColor" d="M8 1.75a6.25 6.25 0 0 0 0 12.5Z" />
    </>
  ),
  not_enough_evidence: drawn(
    <>
      <circle cx="8" cy="8" r="6.25" />
      {QUESTION}
    </>,
  ),
  accurate: filled(SQUARE, EQUALS),
  altered: (
    <>
      {drawn(
        <>
          <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="1.8" />
          <path d="M4.8 6.3h6.4M4.8 9.7h6.4M9.7 4.3l-3.4 7.4" />
        </>,
      )}
    </>
  ),
  out_of_context: drawn(
    <>
      <path d="M5 1.9H3.7a1.8 1.8 0 0 0-1.8 1.8V5M11 1.9h1.3a1.8 1.8 0 0 1 1.8 1.8V5M5 14.1H3.7a1.8 1.8 0 0 1-1.8-1.8V11M11 14.1h1.3a1.8 1.8 0 0 0 1.8-1.8V11" />
      <path d="M5.2 8h5.6" strokeWidth="2" />
    </>,
  ),
  misattributed: filled(
    SQUARE,
    'M8 3.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4ZM3.9 12.6C4 10 5.7 8.7 8 8.7s4 1.3 4.1 3.9Z',
  ),
  fabricated: filled(SQUARE, CROSS),
  pending: drawn(
    <>
      <path d={DIAMOND_LINE} />
      <path d="M8 5.3V8l1.8 1.4" />
    </>,
  ),
  came_true: filled(DIAMOND, TICK),
  partly_true: (
    <>
      {drawn(<path d={DIAMOND_LINE} />)}
      <path fill="currentColor" d="M8 1.2v13.6L1.2 8Z" />
    </>
  ),
  did_not_come_true: filled(DIAMOND, CROSS),
  condition_not_met: drawn(
    <>
      <path d={DIAMOND_LINE} strokeDasharray="2.6 2.2" />
      <path d="M5.4 8h5.2" strokeWidth="1.8" />
    </>,
  ),
  unresolvable: drawn(
    <>
      <path d={DIAMOND_LINE} />
      <g transform="translate(1.1 1.1) scale(.86)">{QUESTION}</g>
    </>,
  ),
};
