'use client';
import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import {
  type ComponentProps,
  createContext,
  type ReactElement,
  type ReactNode,
  type RefObject,
  use,
  useEffect,
  useRef,
} from 'react';
import { classNames } from './class-names';
import { CheckIcon } from './icons';
import styles from './popup.module.css';

type Chosen = RefObject<(() => void) | null>;
const ChosenContext = createContext<Chosen>({ current: null });

/** A menu of actions. `trigger` is a Button or IconButton; children are MenuItem, MenuLink, MenuChoice, MenuSeparator. */
export function Menu({
  trigger,
  children,
  align = 'start',
  ...control
}: {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}) {
  const chosenRef: Chosen = useRef(null);
  return (
    <Base.Root modal={false} {...control}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={styles.positioner} sideOffset={6} align={align} collisionPadding={8}>
          <Base.Popup className={styles.popup}>
            <ChosenContext value={chosenRef}>{children}</ChosenContext>
            <WhenGone chosenRef={chosenRef} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/**
 * Does what was chosen once the menu is gone and its button has the focus again: a dialog that opened earlier would give
 * the focus back to an item that is no more, and a menu that closed later would take it out of the dialog.
 */
function WhenGone({ chosenRef }: { chosenRef: Chosen }) {
  useEffect(
    () => () => {
      const { current } = chosenRef;
      chosenRef.current = null;
      // The menu gives the focus back in a microtask of its own, queued before this one.
      if (current) queueMicrotask(current);
    },
    [chosenRef],
  );
  return null;
}

/** `onSelect` is done once the menu is closed. */
export function MenuItem({
  children,
  onSelect,
  trailing,
  danger = false,
  disabled,
}: {
  children: ReactNode;
  onSelect: () => void;
  trailing?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
}) {
  const chosenRef = use(ChosenContext);
  return (
    <Base.Item
      className={classNames(styles.item, danger && styles.danger)}
      onClick={() => {
        chosenRef.current = onSelect;
      }}
      disabled={disabled}
    >
      {children}
      {trailing && <span className={styles.trailing}>{trailing}</span>}
    </Base.Item>
  );
}

export function MenuLink({
  children,
  trailing,
  ...link
}: ComponentProps<typeof Link> & { trailing?: ReactNode }) {
  return (
    <Base.LinkItem className={styles.item} render={<Link {...link} />} closeOnClick>
      {children}
      {trailing && <span className={styles.trailing}>{trailing}</span>}
    </Base.LinkItem>
  );
}

/** One of several: the chosen one has a tick. */
export function MenuChoice<T extends string>({
  label,
  value,
  onChoose,
  options,
}: {
  label: string;
  value: T;
  onChoose: (value: T) => void;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
}) {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles.label}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(chosen: T) => onChoose(chosen)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} className={styles.item}>
            {option.icon}
            {option.label}
            <Base.RadioItemIndicator className={styles.trailing}>
              <CheckIcon />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={styles.separator} />;
}

/** A line of words that cannot be chosen. Keep it in the group it names. */
export function MenuWords({ children }: { children: ReactNode }) {
  return <div className={styles.label}>{children}</div>;
}
