import type { Route } from 'next';
import { TouchstoneMark } from '@/app/_ui/touchstone-mark';
import { PlaceLink } from '@/app/_ui/place-link';
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
        <PlaceLink
          href={`/${workspace.slug}/articles` as Route}
          className={styles.home}
          aria-label="Touchstone: articles"
        >
          <TouchstoneMark size={26} />
        </PlaceLink>
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
        <PlaceLink href="/help" className={styles.help}>
          Help
        </PlaceLink>
        <AccountMenu userId={person.id} name={person.name} role={role} />
      </div>
    </header>
  );
}
