import type { Metadata, Route } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { wordOfRole } from '@/app/_marks/member-words';
import { ButtonLink } from '@/app/_ui/button-link';
import { EmptyState } from '@/app/_ui/empty-state';
import { requireContext } from '@/lib/auth/current-context';
import { listWorkspaces } from '@/lib/usecases/list-workspaces';

export const metadata: Metadata = { title: 'Workspaces' };

export default async function HomePage() {
  const context = await requireContext();
  const workspaces = await listWorkspaces(context);
  const [first, second] = workspaces.value;
  if (first && !second) redirect(`/${first.slug}` as Route);
  return (
    <main id="main" className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Workspaces</h1>
          <p className="lede">Signed in as {context.actor.name}.</p>
        </div>
        <ButtonLink href="/account">Account</ButtonLink>
      </header>
      {first ? (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th>Workspace</th>
                <th>You are</th>
              </tr>
            </thead>
            <tbody>
              {workspaces.value.map((workspace) => (
                <tr key={workspace.id}>
                  <th scope="row">
                    <Link href={`/${workspace.slug}` as Route}>{workspace.name}</Link>
                  </th>
                  <td>{wordOfRole(workspace.role)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <EmptyState title="You belong to no workspace">
          Your workspaces will stand here. Ask an owner for an invitation link and open it while you are
          signed in.
        </EmptyState>
      )}
    </main>
  );
}
