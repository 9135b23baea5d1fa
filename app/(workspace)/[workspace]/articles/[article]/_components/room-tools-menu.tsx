'use client';
import { type ReactElement, type RefObject, useState } from 'react';
import { KeyHint } from '@/app/_ui/key-hint';
import { Menu, MenuItem } from '@/app/_ui/menu';
import { askForPalette } from '../../../_palette/palette-asked';
import type { Selecting } from '../_selecting/use-selecting';

export interface RoomToolsMenuProps {
  selecting: Selecting;
  canAnnotate: boolean;
  textRef: RefObject<HTMLElement | null>;
  onShowKeys: () => void;
  /** Null where no blind pass can be begun. */
  startPass: (() => void) | null;
}

/** Loaded when it is opened. */
export function RoomToolsMenu({
  selecting,
  canAnnotate,
  textRef,
  onShowKeys,
  startPass,
  trigger,
}: RoomToolsMenuProps & { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Menu align="end" open={isOpen} onOpenChange={setOpen} trigger={trigger}>
      {canAnnotate && (
        <MenuItem
          trailing={<KeyHint keys="W" />}
          onSelect={() => {
            textRef.current?.focus({ preventScroll: true });
            selecting.inTwoPresses();
          }}
        >
          Select in two presses
        </MenuItem>
      )}
      {startPass && <MenuItem onSelect={startPass}>Annotate blind…</MenuItem>}
      <MenuItem trailing={<KeyHint keys="Ctrl K" />} onSelect={askForPalette}>
        All commands
      </MenuItem>
      <MenuItem trailing={<KeyHint keys="?" />} onSelect={onShowKeys}>
        Keys
      </MenuItem>
    </Menu>
  );
}
