'use client';
import type { ReactNode } from 'react';
import { Button, IconButton } from '@/app/_ui/button';
import { MoreIcon, SearchIcon } from '@/app/_ui/icons';
import { LazyMenu } from '@/app/_ui/lazy-menu';
import type { RoomToolsMenuProps } from './room-tools-menu';
import styles from './room-tools.module.css';

const load = () => import('./room-tools-menu').then((module) => module.RoomToolsMenu);

/** What can be done in the room beside reading and marking, in one quiet place. */
export function RoomTools({ children, ...props }: RoomToolsMenuProps & { children: ReactNode }) {
  return (
    <div className={styles.tools}>
      <Button
        variant="bare"
        size="small"
        className={styles.find}
        aria-label="Find the words"
        title="Find the words"
        aria-keyshortcuts="/"
        onClick={props.selecting.find}
      >
        <SearchIcon /> Find
      </Button>
      {children}
      <LazyMenu
        load={load}
        menuProps={props}
        trigger={
          <IconButton size="small" label="More tools">
            <MoreIcon />
          </IconButton>
        }
      />
    </div>
  );
}
