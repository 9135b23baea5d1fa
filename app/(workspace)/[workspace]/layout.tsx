import { notFound } from 'next/navigation';
import { findContext } from '@/lib/auth/current-context';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { TopBar } from './_components/top-bar';

export default async function WorkspaceLayout({ children, params }: LayoutProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const context = await findContext();
  // The page sends whoever is signed out to sign in, and knows where they wanted to go.
  if (!context) return children;
  const shown = await showWorkspace(context, { slug });
  if (!shown.ok) notFound();
  return (
    <>
      <TopBar shown={shown.value} person={{ id: context.actor.userId, name: context.actor.name }} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
