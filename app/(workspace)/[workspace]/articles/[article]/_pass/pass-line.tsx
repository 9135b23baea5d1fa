import type { Route } from 'next';
import { Notice } from '@/app/_ui/notice';
import { PlaceLink } from '@/app/_ui/place-link';
import type { ArticlePasses } from '@/lib/domain/pass';
import type { Kind } from '@/lib/domain/vocabulary';
import { RevealPassesSlot, SubmitPassSlot } from './pass-slots';

/** What there is to know of blind passes on this article, and what can be done about them. Rendered on the server. */
export function PassLine({
  passes: { own, awaited, revealed },
  articleId,
  workspaceSlug,
  isNewerText,
  askedKinds,
}: {
  passes: ArticlePasses;
  articleId: string;
  workspaceSlug: string;
  /** Whether the article has a newer text than the one that is annotated. */
  isNewerText: boolean;
  /** The kinds that a campaign asks the reader for; null where none does. */
  askedKinds: readonly Kind[] | null;
}) {
  if (own?.state === 'open')
    return (
      <Notice
        title="Your blind pass"
        action={<SubmitPassSlot articleId={articleId} askedKinds={askedKinds} />}
      >
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
      {revealed.length > 0 && (
        <p className="small soft">
          {revealed.length > 1
            ? `${revealed.length} people annotated this article blind. `
            : `${namesOf(revealed)} annotated this article blind. `}
          {revealed.length > 1 && (
            <>
              <PlaceLink href={`/${workspaceSlug}/campaigns/agreement` as Route}>
                How well they agree
              </PlaceLink>{' '}
            </>
          )}
          {awaited !== null && (
            <>
              <PlaceLink href={`/${workspaceSlug}/campaigns/adjudication/${articleId}` as Route}>
                Decide what stands
              </PlaceLink>{' '}
            </>
          )}
          {own?.state === 'revealed' && (
            <PlaceLink href={`/${workspaceSlug}/articles/${articleId}/pass` as Route}>
              What became of your marks
            </PlaceLink>
          )}
        </p>
      )}
    </>
  );
}

const namesOf = (passes: readonly { annotator: { name: string } }[]): string =>
  new Intl.ListFormat('en').format(passes.map(({ annotator }) => annotator.name));
