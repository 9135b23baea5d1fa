'use client';
import { buttonClass } from '@/app/_ui/button';
import { ChevronDownIcon } from '@/app/_ui/icons';
import { LazyMenu } from '@/app/_ui/lazy-menu';
import styles from './top-bar.module.css';

const load = () => import('./workspace-switcher-list').then((module) => module.WorkspaceSwitcherList);

export function WorkspaceSwitcher({
  name,
  others,
}: {
  name: string;
  others: { slug: string; name: string }[];
}) {
  return (
    <LazyMenu
      load={load}
      menuProps={{ others }}
      trigger={
        <button type="button" className={buttonClass({ variant: 'bare' }, styles.switcher)} title={name}>
          <span className="visually-hidden">Workspace: </span>
          <span className={styles.name}>{name}</span>
          <ChevronDownIcon />
        </button>
      }
    />
  );
}
