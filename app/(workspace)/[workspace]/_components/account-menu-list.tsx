'use client';
import { type ReactElement, useState } from 'react';
import { leaveHere } from '@/app/account/actions';
import { leave } from '@/app/account/leave';
import { Menu, MenuItem, MenuLink, MenuSeparator, MenuWords } from '@/app/_ui/menu';
import { ThemeMenuChoice } from '@/app/_ui/theme-switch';
import { wordOfRole } from '@/app/_marks/member-words';
import type { Role } from '@/lib/domain/vocabulary';

export interface AccountMenuProps {
  userId: string;
  name: string;
  role: Role;
}

/** Loaded when it is opened. */
export function AccountMenuList({
  userId,
  name,
  role,
  trigger,
}: AccountMenuProps & { trigger: ReactElement }) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Menu align="end" open={isOpen} onOpenChange={setOpen} trigger={trigger}>
      <MenuWords>
        {name}, {wordOfRole(role).toLowerCase()} here
      </MenuWords>
      <MenuLink href="/account">Account</MenuLink>
      <MenuLink href="/help">Help</MenuLink>
      <MenuSeparator />
      <ThemeMenuChoice />
      <MenuSeparator />
      <MenuItem onSelect={() => void leave(userId, leaveHere)}>Sign out</MenuItem>
    </Menu>
  );
}
