import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { wordOfRole } from '@/app/_marks/member-words';
import { requireContext } from '@/lib/auth/current-context';
import { listMembers } from '@/lib/usecases/list-members';
import { listTokens } from '@/lib/usecases/list-tokens';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { Checking } from './_components/checking';
import { Invitations } from './_components/invitations';
import { LikelihoodScale } from './_components/likelihood-scale';
import { MemberTable } from './_components/member-table';
import { TokenForm } from './_components/token-form';
import { TokenList } from './_components/token-list';
import { WorkspaceForm } from './_components/workspace-form';

export const metadata: Metadata = { title: 'Settings' };

export default async function SettingsPage({ params }: PageProps<'/[workspace]/settings'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/settings`);
  const shown = await showWorkspace(context, { slug });
  const members = await listMembers(context, { slug });
  const tokens = await listTokens(context, { slug });
  if (!shown.ok || !members.ok || !tokens.ok) notFound();
  const { workspace, role, abilities } = shown.value;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Settings</h1>
          <p className="lede">
            You are {wordOfRole(role).toLowerCase()} of {workspace.name}.
          </p>
        </div>
      </header>
      <section className="section">
        <h2>Members</h2>
        <MemberTable
          slug={slug}
          members={members.value}
          ownId={context.actor.userId}
          canManage={abilities.manage}
          timeZone={workspace.timeZone}
        />
      </section>
      {abilities.manage && <Invitations context={context} slug={slug} timeZone={workspace.timeZone} />}
      <Checking context={context} slug={slug} canEdit={abilities.manage} />
      <LikelihoodScale
        context={context}
        slug={slug}
        timeZone={workspace.timeZone}
        canEdit={abilities.verify}
      />
      <section className="section stack">
        <h2>API tokens</h2>
        <p className="soft">A token lets a script do what you may do in this workspace.</p>
        <TokenList slug={slug} tokens={tokens.value} timeZone={workspace.timeZone} />
        <TokenForm slug={slug} />
      </section>
      {abilities.manage && (
        <section className="section">
          <h2>Workspace</h2>
          <WorkspaceForm
            slug={slug}
            name={workspace.name}
            timeZone={workspace.timeZone}
            timeZones={['UTC', ...Intl.supportedValuesOf('timeZone')]}
          />
        </section>
      )}
    </div>
  );
}
