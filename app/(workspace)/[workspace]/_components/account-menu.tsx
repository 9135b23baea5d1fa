'use client';
import { Avatar } from '@/app/_ui/avatar';
import { buttonClass } from '@/app/_ui/button';
import { LazyMenu } from '@/app/_ui/lazy-menu';
import type { AccountMenuProps } from './account-menu-list';
import styles from './top-bar.module.css';

const load = () => import('./account-menu-list').then((module) => module.AccountMenuList);

export function AccountMenu(props: AccountMenuProps) {
  return (
    <LazyMenu
      load={load}
      menuProps={props}
      trigger={
        <button
          type="button"
          className={buttonClass({ variant: 'bare' }, styles.account)}
          aria-label={`Account of ${props.name}`}
        >
          <Avatar name={props.name} size="2rem" />
        </button>
      }
    />
  );
}
