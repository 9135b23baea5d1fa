'use client';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { KeyHint } from '@/app/_ui/key-hint';
import { Menu, MenuItem } from '@/app/_ui/menu';
import { askForPalette } from '../../../_palette/palette-asked';
import type { Selecting } from '../_selecting/use-selecting';

export interface RoomToolsMenuProps {
  selecting: Selecting;
  canAnnotate: boolean;
  textRef: RefObject<HTMLElement | null>;
  buttonRef: RefObject<HTMLElement | null>;
  onShowKeys: () => void;
  /** Null where no blind pass can be begun. */
  startPass: (() => void) | null;
}

/** Loaded when it is opened. */
export function RoomToolsMenu({
  selecting,
  canAnnotate,
  textRef,
  buttonRef,
  onShowKeys,
  startPass,
  trigger,
}: RoomToolsMenuProps & { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  // Where the keys go on working once the menu is gone, when that is not its button.
  const nextRef = useRef<HTMLElement | null>(null);
  /** Dialogs give the focus back to where it was; the menu is gone by then. */
  const fromButton = (show: () => void) => {
    buttonRef.current?.focus();
    show();
  };
  return (
    <Menu
      align="end"
      open={isOpen}
      onOpenChange={(open) => {
        if (open) nextRef.current = null;
        setOpen(open);
      }}
      trigger={trigger}
      finalFocus={() => nextRef.current ?? true}
    >
      {canAnnotate && (
        <MenuItem
          trailing={<KeyHint keys="W" />}
          onSelect={() => {
            nextRef.current = textRef.current;
            selecting.inTwoPresses();
          }}
        >
          Select in two presses
        </MenuItem>
      )}
      {startPass && <MenuItem onSelect={() => fromButton(startPass)}>Annotate blind…</MenuItem>}
      <MenuItem trailing={<KeyHint keys="Ctrl K" />} onSelect={() => fromButton(askForPalette)}>
        All commands
      </MenuItem>
      <MenuItem trailing={<KeyHint keys="?" />} onSelect={() => fromButton(onShowKeys)}>
        Keys
      </MenuItem>
    </Menu>
  );
}
