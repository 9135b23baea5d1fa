import { classNames } from '@/app/_ui/class-names';
import type { Kind } from '@/lib/domain/vocabulary';
import styles from './kind-mark.module.css';
import { pluralOfKind, wordOfKind } from './words';

const LINES: Record<Kind, { dashes?: string; cap: 'butt' | 'round' }> = {
  claim: { cap: 'round' },
  quote: { dashes: '0.1 4.9', cap: 'round' },
  prediction: { dashes: '6.2 2.9', cap: 'butt' },
};

/** A kind as a sample of its line and its word, in its hue: solid, dotted, dashed. */
export function KindMark({
  kind,
  lineOnly = false,
  plural = false,
}: {
  kind: Kind;
  lineOnly?: boolean;
  plural?: boolean;
}) {
  const word = plural ? pluralOfKind(kind) : wordOfKind(kind);
  return (
    <span className={classNames(styles.kind, styles[kind])}>
      <svg
        viewBox="0 0 26 8"
        role={lineOnly ? 'img' : undefined}
        aria-label={lineOnly ? word : undefined}
        aria-hidden={lineOnly ? undefined : true}
      >
        <line
          x1="1.6"
          x2="24.4"
          y1="4"
          y2="4"
          stroke="currentColor"
          strokeWidth="3"
          strokeDasharray={LINES[kind].dashes}
          strokeLinecap={LINES[kind].cap}
        />
      </svg>
      {!lineOnly && <span>{word}</span>}
    </span>
  );
}
