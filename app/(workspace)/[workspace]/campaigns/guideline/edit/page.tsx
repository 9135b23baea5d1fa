import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireContext } from '@/lib/auth/current-context';
import { showGuideline } from '@/lib/usecases/show-guideline';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { CampaignTabs } from '../../_components/campaign-tabs';
import { GuidelineForm } from '../_components/guideline-form';

export const metadata: Metadata = { title: 'Change the guideline' };

export default async function EditGuidelinePage({
  params,
}: PageProps<'/[workspace]/campaigns/guideline/edit'>) {
  const { workspace: slug } = await params;
  const context = await requireContext(`/${slug}/campaigns/guideline/edit`);
  const [workspace, guideline] = await Promise.all([
    showWorkspace(context, { slug }),
    showGuideline(context, { slug }),
  ]);
  if (!workspace.ok || !guideline.ok || !workspace.value.abilities.manage) notFound();
  return (
    <div className="page page-narrow">
      <header className="page-head">
        <div>
          <h1>Change the guideline</h1>
          <p className="lede">
            Saved as a new version, which is in force from then on. What was annotated before keeps the
            version that it was made under.
          </p>
        </div>
      </header>
      <CampaignTabs slug={slug} current="campaigns/guideline" />
      <GuidelineForm slug={slug} guideline={guideline.value} />
    </div>
  );
}
