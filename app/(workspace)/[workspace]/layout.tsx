import { notFound } from 'next/navigation';
import { findContext } from '@/lib/auth/current-context';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { TopBar } from './_components/top-bar';
import { SessionKeeper } from './_session/session-keeper';

export default async function WorkspaceLayout({ children, params }: LayoutProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const context = await findContext();
  // The page sends whoever is signed out to sign in, and knows where they wanted to go.
  if (!context) return children;
  const shown = await showWorkspace(context, { slug });
  if (!shown.ok) notFound();
  const person = { id: context.actor.userId, name: context.actor.name };
  return (
    <SessionKeeper person={person}>
      <TopBar shown={shown.value} person={person} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </SessionKeeper>
  );
}
