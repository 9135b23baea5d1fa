'use client';
import { useRef, useState } from 'react';
import { wordOfStatus } from '@/app/_marks/words';
import { lazyPart } from '@/app/_ui/lazy-part';
import { useAnnounce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { DeskGroupItems, DeskItem } from '@/lib/domain/desk';
import { usePerson } from '../../_session/person';
import { BulkBar } from './bulk-bar';
import { DeskBoard } from './desk-board';
import { DeskKeys } from './desk-keys';
import { DeskList } from './desk-list';
import type { DeskSearch } from './desk-search';
import { focusAt, indexOfFocus, openersOnPage } from './row-focus';
import type { Person, RowContext } from './row-context';
import { useChecks } from './use-checks';
import { useDeskRefresh } from './use-desk-refresh';
import { useDeskKeys } from './use-desk-keys';

const CheckDialog = lazyPart(() => import('./check-dialog').then((module) => module.CheckDialog));
const ArrangeDialog = lazyPart(() => import('./arrange-dialog').then((module) => module.ArrangeDialog));

/** What waits, as a list or a board, with all that can be done about it in place. */
export function DeskRoom({
  slug,
  timeZone,
  renderedAt,
  today,
  headingId,
  members,
  canCheck,
  search,
  items,
  groups,
}: {
  slug: string;
  timeZone: string;
  renderedAt: string;
  today: string;
  /** Where the focus goes when nothing is left. */
  headingId: string;
  /** To whom checks can be given. */
  members: readonly Person[];
  canCheck: boolean;
  search: DeskSearch;
  items: readonly DeskItem[];
  groups: readonly DeskGroupItems[] | null;
}) {
  const person = usePerson();
  const announce = useAnnounce();
  const refresh = useDeskRefresh(person.id);
  const checks = useChecks({ person, members, refresh });
  const [checking, setChecking] = useState<{ item: DeskItem; isOpen: boolean } | null>(null);
  const [arranging, setArranging] = useState<{ items: readonly DeskItem[]; isOpen: boolean } | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const focusAfter = useRef<HTMLElement | null>(null);

  const shown = groups ? groups.flatMap((group) => group.items) : items;
  const pickedItems = [...new Map(shown.map((item) => [item.id, item])).values()].filter(({ id }) =>
    picked.has(id),
  );
  const pick = (id: string) =>
    setPicked((was) => new Set(was.has(id) ? [...was].filter((other) => other !== id) : [...was, id]));
  const keepFocus = () => (focusAfter.current = document.activeElement as HTMLElement | null);
  const context: RowContext = {
    slug,
    timeZone,
    renderedAt,
    canCheck,
    personId: person.id,
    isPicked: (id) => picked.has(id),
    pick,
    open: (item) => {
      keepFocus();
      setChecking({ item, isOpen: true });
    },
    arrange: (several) => {
      keepFocus();
      setArranging({ items: several, isOpen: true });
    },
    ...checks,
  };
  useDeskKeys(shown, context, canCheck);

  const recorded = (after: Annotation) => {
    // What is decided leaves the list: the next one takes the focus.
    const openers = openersOnPage();
    const at = focusAfter.current ? openers.indexOf(focusAfter.current) : -1;
    focusAfter.current = openers[at + 1] ?? openers[at - 1] ?? document.getElementById(headingId);
    setChecking((was) => was && { ...was, isOpen: false });
    announce(`Recorded: ${wordOfStatus(after.status)}.`);
    refresh();
  };
  return (
    <>
      {canCheck && pickedItems.length > 0 && (
        <BulkBar
          count={pickedItems.length}
          onMine={() => void checks.arrangeAll(pickedItems, { assigneeId: person.id })}
          onArrange={() => context.arrange(pickedItems)}
          onClear={() => {
            setPicked(new Set());
            focusAt(Math.max(0, indexOfFocus()));
          }}
        />
      )}
      {groups ? (
        <DeskBoard groups={groups} group={search.group!} search={search} context={context} />
      ) : (
        <DeskList items={items} context={context} />
      )}
      {canCheck && <DeskKeys />}
      {checking && (
        <CheckDialog
          slug={slug}
          today={today}
          item={checking.item}
          open={checking.isOpen}
          onOpenChange={(isOpen) => setChecking({ ...checking, isOpen })}
          finalFocus={focusAfter}
          onRecorded={recorded}
        />
      )}
      {arranging && (
        <ArrangeDialog
          items={arranging.items}
          checkOf={checks.checkOf}
          members={members}
          open={arranging.isOpen}
          onOpenChange={(isOpen) => setArranging({ ...arranging, isOpen })}
          finalFocus={focusAfter}
          onArrange={(patch) => {
            setArranging({ ...arranging, isOpen: false });
            void checks.arrangeAll(arranging.items, patch);
          }}
        />
      )}
    </>
  );
}
