import { notFound } from 'next/navigation';
import { requireContext } from '@/lib/auth/current-context';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { TopBar } from './_components/top-bar';

export default async function WorkspaceLayout({ children, params }: LayoutProps<'/[workspace]'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}`);
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
