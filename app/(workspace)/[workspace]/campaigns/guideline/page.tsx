import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/app/_ui/button-link';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import { RelativeTime } from '@/app/_ui/relative-time';
import { requireContext } from '@/lib/auth/current-context';
import type { Guideline } from '@/lib/domain/guideline';
import { guidelineChanges } from '@/lib/domain/guideline-changes';
import { listGuidelineVersions } from '@/lib/usecases/list-guideline-versions';
import { showGuideline } from '@/lib/usecases/show-guideline';
import { showWorkspace } from '@/lib/usecases/show-workspace';
import { guidelineHtmlFrom } from '../../_guideline/guideline-html';
import { GuidelineTags } from '../../_guideline/guideline-tags';
import { CampaignTabs } from '../_components/campaign-tabs';
import { AttributeTable } from './_components/attribute-table';
import { ChangesView } from './_components/changes-view';
import styles from './_components/guideline.module.css';
import { VersionList } from './_components/version-list';

export const metadata: Metadata = { title: 'Guideline' };

/** What annotators of the workspace are told: the version in force, an earlier one, or what changed between two. */
export default async function GuidelinePage({
  params,
  searchParams,
}: PageProps<'/[workspace]/campaigns/guideline'>) {
  const { workspace: slug } = await params;
  const here = `/${slug}/campaigns/guideline`;
  const context = await requireContext(here);
  const { version, since } = await searchParams;
  const numberOf = (value: string | string[] | undefined) =>
    typeof value === 'string' && value ? value : undefined;
  const [workspace, shown, versions, inForce] = await Promise.all([
    showWorkspace(context, { slug }),
    showGuideline(context, { slug, query: { version: numberOf(version) } }),
    listGuidelineVersions(context, { slug, query: { limit: '500' } }),
    showGuideline(context, { slug }),
  ]);
  if (!workspace.ok || !shown.ok || !versions.ok || !inForce.ok) notFound();
  const earlier = versions.value.items.find(({ number }) => String(number) === numberOf(since));
  const mayWrite = workspace.value.abilities.manage;
  const { timeZone } = workspace.value.workspace;
  const guideline = shown.value;
  const isInForce = guideline.number === inForce.value.number;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Guideline</h1>
          <p className="lede">
            What annotators are told to mark and how. Each version is kept, and every annotation says under
            which one it was made.{' '}
            <PlaceLink href={'/help/guideline' as Route}>How the guideline works</PlaceLink>
          </p>
        </div>
        {mayWrite && isInForce && !earlier && (
          <ButtonLink variant="primary" href={`${here}/edit` as Route}>
            Change the guideline
          </ButtonLink>
        )}
      </header>
      <CampaignTabs slug={slug} current="campaigns/guideline" />
      {!isInForce && (
        <Notice action={<PlaceLink href={here as Route}>Read version {inForce.value.number}</PlaceLink>}>
          Version {guideline.number} is not in force any more.
        </Notice>
      )}
      {earlier ? (
        <ChangesView
          changes={guidelineChanges(earlier, guideline)}
          from={earlier.number}
          to={guideline.number}
          href={`${here}?version=${guideline.number}`}
        />
      ) : (
        <Version guideline={guideline} timeZone={timeZone} />
      )}
      <section className="section" aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <VersionList
          slug={slug}
          versions={versions.value.items}
          shown={guideline.number}
          timeZone={timeZone}
          mayWrite={mayWrite}
        />
      </section>
    </div>
  );
}

function Version({ guideline, timeZone }: { guideline: Guideline; timeZone: string }) {
  const { number, author, summary, createdAt, text, tags, freeTags, attributes } = guideline;
  return (
    <>
      <p className={`soft small ${styles.about}`}>
        Version {number}, {author ? `by ${author.name}` : 'brought along by Touchstone'},{' '}
        <RelativeTime instant={createdAt} timeZone={timeZone} />: <span dir="auto">{summary}</span>
      </p>
      <article
        className={`prose ${styles.text}`}
        dir="auto"
        dangerouslySetInnerHTML={{ __html: guidelineHtmlFrom(text).html }}
      />
      <section className="section" aria-labelledby="attributes">
        <h2 id="attributes">Attributes</h2>
        {attributes.length === 0 ? (
          <p className="soft">
            None. An attribute is a field of your own on annotations of a kind: a choice, text, a number or a
            date.
          </p>
        ) : (
          <AttributeTable attributes={attributes} />
        )}
      </section>
      <section className="section" aria-labelledby="tags">
        <h2 id="tags">Tags</h2>
        <p className="soft">
          {tags.length === 0 && 'No tags are listed. '}
          {freeTags ? 'Annotators may give any tags.' : 'Annotators may give the tags of this list alone.'}
        </p>
        {tags.length > 0 && <GuidelineTags tags={tags} />}
      </section>
    </>
  );
}
