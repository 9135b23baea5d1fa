'use client';
import { signOut } from 'next-auth/react';
import { Avatar } from '@/app/_ui/avatar';
import { buttonClass } from '@/app/_ui/button';
import { Menu, MenuItem, MenuLink, MenuSeparator, MenuWords } from '@/app/_ui/menu';
import { ThemeMenuChoice } from '@/app/_ui/theme-switch';
import { wordOfRole } from '@/app/_marks/words';
import type { Role } from '@/lib/domain/vocabulary';
import styles from './top-bar.module.css';

export function AccountMenu({ name, role }: { name: string; role: Role }) {
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
      <MenuItem onSelect={() => void signOut({ callbackUrl: '/sign-in' })}>Sign out</MenuItem>
    </Menu>
  );
}
