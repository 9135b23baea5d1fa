'use client';
import { leaveHere } from '@/app/account/actions';
import { leave } from '@/app/account/leave';
import { Avatar } from '@/app/_ui/avatar';
import { buttonClass } from '@/app/_ui/button';
import { Menu, MenuItem, MenuLink, MenuSeparator, MenuWords } from '@/app/_ui/menu';
import { ThemeMenuChoice } from '@/app/_ui/theme-switch';
import { wordOfRole } from '@/app/_marks/words';
import type { Role } from '@/lib/domain/vocabulary';
import styles from './top-bar.module.css';

export function AccountMenu({ userId, name, role }: { userId: string; name: string; role: Role }) {
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          className={buttonClass({ variant: 'bare' }, styles.account)}
          aria-label={`Account of ${name}`}
        >
          <Avatar name={name} size="2rem" />
        </button>
      }
    >
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
