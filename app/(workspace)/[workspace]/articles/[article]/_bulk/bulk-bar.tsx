'use client';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/app/_ui/button';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { ArticleStore } from '../_browser/article-store';
import styles from './bulk-bar.module.css';
import { BulkDelete } from './bulk-delete';
import { BulkProgress, BulkTrouble } from './bulk-progress';
import { BulkStatus } from './bulk-status';
import { BulkAddTag, BulkRemoveTag } from './bulk-tags';
import { BulkTakeBack } from './bulk-take-back';
import { type BulkVerdictDraft, countedKinds } from './bulk-verdict';
import type { RoomActions } from '../_components/room-actions';
import { useBulkRun } from './use-bulk-run';
import type { BulkPanel, Picking } from './use-picking';

export interface BulkBarProps {
  picking: Picking;
  /** All of the article, for the tags that are in use. */
  annotations: readonly Annotation[];
  store: ArticleStore;
  actions: RoomActions;
  canVerify: boolean;
  personId: string;
  today: string;
  isUnsaved: (id: string) => boolean;
  /** Whether the server was heard of a moment ago. */
  isConnected: boolean;
}

const PANELS: readonly { panel: BulkPanel; verb: string; needsVerify?: boolean }[] = [
  { panel: 'status', verb: 'Set the status…', needsVerify: true },
  { panel: 'add_tag', verb: 'Add a tag…' },
  { panel: 'remove_tag', verb: 'Remove a tag…' },
  { panel: 'delete', verb: 'Delete…' },
];

/** What can be done with the annotations that are ticked, all at once. */
export function BulkBar(props: BulkBarProps) {
  const { picking, canVerify, today, actions, store } = props;
  const { chosen, panel, verdicts, progress } = picking;
  const announce = useAnnounce();
  const run = useBulkRun({ ...props, announce });
  const barRef = useRef<HTMLElement>(null);
  // What is typed outlasts a look at another action.
  const [draft, setDraft] = useState<BulkVerdictDraft>({
    status: null,
    rationale: '',
    searches: [],
    outcomeKnownAt: today,
  });
  useFocusWithin(barRef, panel, run.failed.length > 0);

  const ask = (next: BulkPanel): void => {
    run.forget();
    if (chosen.length === 0 && !progress) announce('Tick at least one annotation first.');
    else picking.show(panel === next ? null : next);
  };
  const close = () => picking.show(null);
  const finish = () => {
    close();
    picking.tickAll(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    if (panel) close();
    else picking.end();
  };
  const isOpen = progress !== null || panel !== null || run.failed.length > 0;
  return (
    <section ref={barRef} className={styles.bar} aria-label="Change several" onKeyDown={onKeyDown}>
      <SelectAll picking={picking} />
      <div className={styles.verbs}>
        {PANELS.filter(({ needsVerify }) => canVerify || !needsVerify).map(({ panel: each, verb }) => (
          <Button
            key={each}
            size="small"
            aria-expanded={panel === each}
            aria-disabled={chosen.length === 0}
            data-verb={each}
            onClick={() => ask(each)}
          >
            {verb}
          </Button>
        ))}
      </div>
      {isOpen && (
        <div className={styles.panel} data-panel="">
          {progress ? (
            <BulkProgress progress={progress} />
          ) : run.failed.length > 0 ? (
            <BulkTrouble run={run} onOpen={(id) => actions.open(id, { withFocus: true })} />
          ) : panel === 'status' ? (
            <BulkStatus
              {...props}
              draft={draft}
              onChange={(change) => setDraft((was) => ({ ...was, ...change }))}
              onRecord={(ready) => void run.record(ready, draft)}
              onCancel={close}
            />
          ) : panel === 'add_tag' ? (
            <BulkAddTag {...props} onCancel={close} onDone={finish} />
          ) : panel === 'remove_tag' ? (
            <BulkRemoveTag {...props} onCancel={close} onDone={finish} />
          ) : panel === 'delete' ? (
            <BulkDelete
              words={countedKinds(chosen)}
              onCancel={close}
              onDelete={() => {
                const ids = chosen.map(({ id }) => id);
                const words = `${countedKinds(chosen)} deleted.`;
                if (actions.together(words, () => ids.forEach((id) => store.remove(id)))) finish();
              }}
            />
          ) : (
            verdicts && (
              <BulkTakeBack
                verdicts={verdicts}
                onTakeBack={() => void run.takeBack(verdicts)}
                onCancel={close}
              />
            )
          )}
        </div>
      )}
    </section>
  );
}

function SelectAll({ picking }: { picking: Picking }) {
  const { chosen, selectable } = picking;
  const areAll = chosen.length > 0 && chosen.length === selectable.length;
  return (
    <div className={styles.head}>
      <label className={styles.all}>
        <input
          type="checkbox"
          data-first=""
          checked={areAll}
          ref={(box) => {
            if (box) box.indeterminate = chosen.length > 0 && !areAll;
          }}
          onChange={() => picking.tickAll(!areAll)}
        />
        {selectable.length === 1 ? 'The one shown' : `All ${selectable.length} shown`}
      </label>
      <span className={styles.count} role="status">
        {chosen.length === 0 ? 'None selected' : `${chosen.length} selected`}
      </span>
      <Button size="small" variant="bare" onClick={picking.end}>
        Done
      </Button>
    </div>
  );
}

/** The focus goes to what was opened, and back to what opened it. */
function useFocusWithin(
  barRef: React.RefObject<HTMLElement | null>,
  panel: BulkPanel | null,
  hasFailed: boolean,
): void {
  const before = useRef<BulkPanel | 'start' | null>('start');
  useEffect(() => {
    const bar = barRef.current;
    const find = (what: string) => bar?.querySelector<HTMLElement>(what) ?? null;
    const was = before.current;
    before.current = panel;
    const first = find('[data-panel] :is(input, textarea, select, [data-confirm])');
    const target =
      panel || hasFailed
        ? (first ?? find('[data-panel] button'))
        : was === 'start'
          ? find('[data-first]')
          : was && bar?.contains(document.activeElement ?? document.body)
            ? null
            : was && (find(`[data-verb="${was}"]`) ?? find('[data-first]'));
    target?.focus({ preventScroll: true });
  }, [barRef, panel, hasFailed]);
}
