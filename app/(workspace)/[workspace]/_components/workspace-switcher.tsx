'use client';
import type { Route } from 'next';
import { buttonClass } from '@/app/_ui/button';
import { ChevronDownIcon } from '@/app/_ui/icons';
import { Menu, MenuLink, MenuWords } from '@/app/_ui/menu';
import styles from './top-bar.module.css';

export function WorkspaceSwitcher({
  name,
  others,
}: {
  name: string;
  others: { slug: string; name: string }[];
}) {
  return (
    <Menu
      trigger={
        <button type="button" className={buttonClass({ variant: 'bare' }, styles.switcher)} title={name}>
          <span className="visually-hidden">Workspace: </span>
          <span className={styles.name}>{name}</span>
          <ChevronDownIcon />
        </button>
      }
    >
      <MenuWords>Go to another workspace</MenuWords>
      {others.map((other) => (
        <MenuLink key={other.slug} href={`/${other.slug}/articles` as Route}>
          {other.name}
        </MenuLink>
      ))}
    </Menu>
  );
}
