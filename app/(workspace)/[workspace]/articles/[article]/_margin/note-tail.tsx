import { useAnswer } from '@/app/_forms/use-answer';
import type { Annotation } from '@/lib/domain/annotation';
import type { FactCheckDraft } from '@/lib/domain/fact-check';
import type { Page } from '@/lib/domain/page';
import type { Abilities } from '@/lib/domain/policy';
import type { Grouping } from '@/lib/domain/proposition';
import { isDecided } from '@/lib/domain/vocabulary';
import { GroupingLine } from '../../../_propositions/grouping-line';
import { PublishLine } from '../../../_verify/publish-line';
import { CommentsSlot } from '../_discussion/comments-slot';
import styles from './annotation-card.module.css';
import { type OfSource, SourceNotes } from './source-notes';

/**
 * What leads beyond the note, and what is said about it. Each part is shown once those above it are known, so that none
 * is moved by another.
 */
export function NoteTail({
  annotation,
  abilities,
  workspaceSlug,
  timeZone,
}: {
  annotation: Annotation;
  abilities: Abilities;
  workspaceSlug: string;
  timeZone: string;
}) {
  const { id, seq, layer, articleId, attribution, status } = annotation;
  const isShared = layer === 'shared';
  const about = `/api/v1/annotations/${id}`;
  const affiliations = useAnswer<Page<OfSource>>(
    attribution.length > 0 ? `/api/v1/articles/${articleId}/affiliations` : null,
  );
  const grouping = useAnswer<Grouping>(isShared ? `${about}/proposition` : null);
  const draft = useAnswer<FactCheckDraft>(isShared && isDecided(status) ? `${about}/fact-check` : null, seq);
  const isSettled = affiliations.isSettled && grouping.isSettled && draft.isSettled;
  return (
    <>
      {isSettled && (
        <div className={styles.beyond}>
          <SourceNotes
            attribution={attribution}
            ofSources={affiliations.answer?.items ?? []}
            workspaceSlug={workspaceSlug}
          />
          {isShared && (
            <GroupingLine
              annotation={annotation}
              grouping={grouping}
              workspaceSlug={workspaceSlug}
              mayGroup={abilities.group}
            />
          )}
          {isDecided(status) && draft.answer && (
            <PublishLine
              annotationId={id}
              draft={draft.answer}
              workspaceSlug={workspaceSlug}
              mayPublish={abilities.publish}
            />
          )}
        </div>
      )}
      {isShared && (
        <CommentsSlot {...{ annotation, abilities, workspaceSlug, timeZone }} isHeld={!isSettled} />
      )}
    </>
  );
}
