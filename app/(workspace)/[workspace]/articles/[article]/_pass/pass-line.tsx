import type { Route } from 'next';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import type { ArticlePasses } from '@/lib/domain/pass';
import { RevealPassesSlot, SubmitPassSlot } from './pass-slots';

/** What there is to know of blind passes on this article, and what can be done about them. Rendered on the server. */
export function PassLine({
  passes: { own, awaited, revealed },
  articleId,
  workspaceSlug,
  isNewerText,
}: {
  passes: ArticlePasses;
  articleId: string;
  workspaceSlug: string;
  /** Whether the article has a newer text than the one that is annotated. */
  isNewerText: boolean;
}) {
  if (own?.state === 'open')
    return (
      <Notice title="Your blind pass" action={<SubmitPassSlot articleId={articleId} />}>
        Only you see what you mark here, and you see nobody else’s marks.
        {isNewerText && ' The article has a newer text by now; your pass stays on this one.'}
      </Notice>
    );
  const submitted = awaited?.filter(({ state }) => state === 'submitted') ?? [];
  const open = awaited?.filter(({ state }) => state === 'open') ?? [];
  return (
    <>
      {own?.state === 'submitted' && (
        <Notice>You have submitted your blind pass. Nobody else sees it until an editor reveals it.</Notice>
      )}
      {submitted.length > 0 && (
        <Notice
          title={submitted.length === 1 ? 'A blind pass waits' : `${submitted.length} blind passes wait`}
          action={<RevealPassesSlot articleId={articleId} />}
        >
          {namesOf(submitted)} {submitted.length === 1 ? 'has' : 'have'} submitted.
          {open.length > 0 && ` ${namesOf(open)} ${open.length === 1 ? 'is' : 'are'} still annotating.`}
        </Notice>
      )}
      {revealed.length > 1 && (
        <p className="small soft">
          {revealed.length} people annotated this article blind.{' '}
          <PlaceLink href={`/${workspaceSlug}/campaigns/agreement` as Route}>How well they agree</PlaceLink>
        </p>
      )}
    </>
  );
}

const namesOf = (passes: readonly { annotator: { name: string } }[]): string =>
  new Intl.ListFormat('en').format(passes.map(({ annotator }) => annotator.name));
