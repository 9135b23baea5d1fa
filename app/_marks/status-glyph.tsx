import { classNames } from '@/app/_ui/class-names';
import type { Status } from '@/lib/domain/vocabulary';
import styles from './status-glyph.module.css';
import { STATUS_PATHS } from './status-paths';
import { toneOfStatus, wordOfStatus } from './words';

/** A status as its glyph and word; without the word (`glyphOnly`) the glyph carries it as its name. */
export function StatusGlyph({ status, glyphOnly = false }: { status: Status; glyphOnly?: boolean }) {
  const word = wordOfStatus(status);
  return (
    <span
      className={classNames(styles.status, styles[toneOfStatus(status)])}
      title={glyphOnly ? word : undefined}
    >
      <svg
        viewBox="0 0 16 16"
        role={glyphOnly ? 'img' : undefined}
        aria-label={glyphOnly ? word : undefined}
        aria-hidden={glyphOnly ? undefined : true}
      >
        {STATUS_PATHS[status]}
      </svg>
      {!glyphOnly && <span>{word}</span>}
    </span>
  );
}
