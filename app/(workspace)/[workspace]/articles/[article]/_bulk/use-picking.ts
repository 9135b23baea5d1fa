'use client';
import { useMemo, useRef, useState } from 'react';
import type { Announce } from '@/app/_ui/toast';
import type { Annotation } from '@/lib/domain/annotation';
import type { Step } from '@/lib/domain/undo-stack';

/** What is being done with the annotations that are ticked. */
export type BulkPanel = 'status' | 'add_tag' | 'remove_tag' | 'delete' | 'take_back';

interface Ticked {
  isOn: boolean;
  /** It was on before: what switched it on gets the focus back. */
  wasOn: boolean;
  ids: ReadonlySet<string>;
  panel: BulkPanel | null;
  /** The verdicts that would be taken back. */
  verdicts: Step | null;
}
const NONE: Ticked = { isOn: false, wasOn: false, ids: new Set(), panel: null, verdicts: null };

/** How far a run over several annotations is. */
export interface Progress {
  done: number;
  total: number;
}

/** Several annotations picked out of those that are shown, to be changed at once. */
export interface Picking extends Omit<Ticked, 'ids'> {
  /** In document order; only what the filter asks for. */
  chosen: readonly Annotation[];
  /** Those that can be ticked. */
  selectable: readonly Annotation[];
  has: (id: string) => boolean;
  canTick: (id: string) => boolean;
  tick: (id: string, isTicked: boolean) => void;
  tickAll: (areTicked: boolean) => void;
  start: () => void;
  show: (panel: BulkPanel | null) => void;
  takeBack: (verdicts: Step) => void;
  end: () => void;
  /** Set while a run is under way: until it ends nothing else is begun. */
  progress: Progress | null;
  setProgress: (progress: Progress | null) => void;
}

/** `selectable` are the annotations that the filter asks for. */
export function usePicking(selectable: readonly Annotation[], announce: Announce): Picking {
  const [ticked, setTicked] = useState(NONE);
  const [progress, setShownProgress] = useState<Progress | null>(null);
  const busyRef = useRef<Progress | null>(null);
  const commands = useMemo(() => {
    /** What is under way goes first. */
    const change = (next: (was: Ticked) => Ticked): void => {
      const { current: busy } = busyRef;
      if (busy) announce(`Wait until all ${busy.total} are done: ${busy.done} of ${busy.total} so far.`);
      else setTicked(next);
    };
    return {
      start: () => change((was) => ({ ...was, isOn: true })),
      show: (panel: BulkPanel | null) => change((was) => ({ ...was, isOn: true, panel, verdicts: null })),
      takeBack: (verdicts: Step) => change((was) => ({ ...was, isOn: true, panel: 'take_back', verdicts })),
      end: () => change(() => ({ ...NONE, wasOn: true })),
      setProgress: (next: Progress | null) => {
        busyRef.current = next;
        setShownProgress(next);
      },
    };
  }, [announce]);
  return useMemo(() => {
    const { ids, ...rest } = ticked;
    const within = new Set(selectable.map(({ id }) => id));
    const choose = (next: ReadonlySet<string>) => setTicked((was) => ({ ...was, ids: next }));
    return {
      ...rest,
      ...commands,
      progress,
      selectable,
      chosen: selectable.filter(({ id }) => ids.has(id)),
      has: (id) => ids.has(id),
      canTick: (id) => within.has(id),
      tick: (id, isTicked) =>
        choose(new Set(isTicked ? [...ids, id] : [...ids].filter((other) => other !== id))),
      tickAll: (areTicked) => choose(areTicked ? within : new Set()),
    };
  }, [commands, ticked, selectable, progress]);
}
