'use client';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { CloseIcon } from './icons';
import styles from './toast.module.css';

/** Long enough to read a sentence and reach the button; hover and focus stop the clock (WCAG 2.2.1). */
const SHOWN_FOR_MS = 10_000;

interface Announcement {
  words: string;
  undo?: () => void;
  /** The button's words, when "Undo" is not the right one. */
  verb?: string;
  key: number;
}
/** Says one sentence, heard by screen readers; with `undo` it offers the button. */
export type Announce = (words: string, options?: { undo?: () => void; verb?: string }) => void;

const AnnounceContext = createContext<Announce | null>(null);

export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (!announce) throw new Error('useAnnounce needs a ToastProvider above it');
  return announce;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Announcement | null>(null);
  const count = useRef(0);
  const announce = useCallback<Announce>((words, options) => {
    count.current += 1;
    setCurrent({ words, ...options, key: count.current });
  }, []);
  const dismiss = useCallback(() => setCurrent(null), []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className={styles.place} {...(current && { role: 'region', 'aria-label': 'Message' })}>
        {current && <Toast key={current.key} announcement={current} onDismiss={dismiss} />}
      </div>
      <div className="visually-hidden" role="status" aria-live="polite">
        {current && <p key={current.key}>{current.words}</p>}
      </div>
    </AnnounceContext.Provider>
  );
}

function Toast({ announcement, onDismiss }: { announcement: Announcement; onDismiss: () => void }) {
  const { words, undo, verb = 'Undo' } = announcement;
  const hold = useDismissal(onDismiss);
  return (
    <div className={styles.toast} {...hold}>
      {/* The live region beside it has the same words, and only it is read aloud. */}
      <span className={styles.words}>{words}</span>
      {undo && (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            onDismiss();
            undo();
          }}
        >
          {verb}
        </button>
      )}
      <button type="button" className={styles.close} aria-label="Dismiss" onClick={onDismiss}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** Dismisses after a while, but not under a pointer or while focused. */
function useDismissal(onDismiss: () => void) {
  const [holds, setHolds] = useState({ pointer: false, focus: false });
  const isHeld = holds.pointer || holds.focus;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onDismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isHeld, onDismiss]);
  return useMemo(
    () => ({
      onPointerEnter: () => setHolds((was) => ({ ...was, pointer: true })),
      onPointerLeave: () => setHolds((was) => ({ ...was, pointer: false })),
      onFocus: () => setHolds((was) => ({ ...was, focus: true })),
      onBlur: () => setHolds((was) => ({ ...was, focus: false })),
    }),
    [],
  );
}
