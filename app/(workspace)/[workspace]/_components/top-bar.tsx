import Link from 'next/link';
import { TouchstoneMark } from '@/app/_ui/touchstone-mark';
import type { ShownWorkspace } from '@/lib/usecases/show-workspace';
import { PaletteButton } from '../_palette/palette-button';
import { AccountMenu } from './account-menu';
import { Bell } from './bell';
import styles from './top-bar.module.css';
import { WorkspaceNav } from './workspace-nav';
import { WorkspaceSwitcher } from './workspace-switcher';

/** The slim bar over every page of a workspace: where one is, where one can go, who one is. */
export function TopBar({ shown, person }: { shown: ShownWorkspace; person: { id: string; name: string } }) {
  const { workspace, role, others, unread } = shown;
  return (
    <header className={styles.bar}>
      <div className={styles.place}>
        <Link href={`/${workspace.slug}/articles`} className={styles.home} aria-label="Touchstone: articles">
          <TouchstoneMark size={26} />
        </Link>
        {others.length > 0 ? (
          <WorkspaceSwitcher name={workspace.name} others={others} />
        ) : (
          <span className={styles.name} title={workspace.name}>
            {workspace.name}
          </span>
        )}
      </div>
      <WorkspaceNav slug={workspace.slug} />
      <div className={styles.person}>
        <PaletteButton slug={workspace.slug} />
        <Bell slug={workspace.slug} userId={person.id} unread={unread} />
        {/* On a narrow screen it stands in the menu alone. */}
        <Link href="/help" className={styles.help}>
          Help
        </Link>
        <AccountMenu userId={person.id} name={person.name} role={role} />
      </div>
    </header>
  );
}
