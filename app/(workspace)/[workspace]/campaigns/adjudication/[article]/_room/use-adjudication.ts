'use client';
import { useState } from 'react';
import { v7 } from 'uuid';
import { asUser, getJson, postJson, sendJson } from '@/app/_forms/ask-api';
import type {
  AdjudicationDecision,
  ArticleAdjudication,
  MergedAgreeing,
  PutAdjudication,
  ShownUnit,
} from '@/lib/domain/adjudication/adjudication-schema';
import type { Agreeing } from '@/lib/domain/adjudication/adjudication-unit';
import type { Failure, Result } from '@/lib/domain/result';
import { usePerson } from '../../../../_session/person';

export type Decision = Pick<PutAdjudication, 'outcome'> &
  Partial<Pick<PutAdjudication, 'take' | 'annotation' | 'note'>>;

/** What is decided on an article, kept as the server has it: after each decision everything is read anew. */
export function useAdjudication(initial: ArticleAdjudication) {
  const [shown, setShown] = useState(initial);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const headers = asUser(usePerson().id);
  const address = `/api/v1/articles/${initial.articleId}/adjudication`;

  const readAgain = async (): Promise<ArticleAdjudication> => {
    const answer = await getJson<ArticleAdjudication>(address);
    if (!answer.ok) return shown;
    const texts = new Map(shown.revisions.map((revision) => [revision.id, revision]));
    // A pass on another text may have been revealed: that one has to be read with its text.
    if (answer.value.value.revisions.some(({ id }) => !texts.has(id))) {
      location.reload();
      return shown;
    }
    const next = {
      ...answer.value.value,
      revisions: answer.value.value.revisions.map((revision) => ({
        ...revision,
        text: texts.get(revision.id)!.text,
        regions: texts.get(revision.id)!.regions,
      })),
    };
    setShown(next);
    return next;
  };

  /** Sends one request at a time, reads what stands then, and answers what came of it; null where it was refused. */
  async function ask<T>(
    request: () => Promise<Result<{ value: T }, Failure>>,
  ): Promise<{ value: T; now: ArticleAdjudication } | null> {
    if (isBusy) return null;
    setBusy(true);
    const answer = await request();
    setRefusal(answer.ok ? null : answer.error);
    const now = !answer.ok && answer.error.code === 'unreached' ? shown : await readAgain();
    setBusy(false);
    return answer.ok ? { value: answer.value.value, now } : null;
  }

  return {
    shown,
    isBusy,
    refusal,
    dismissRefusal: () => setRefusal(null),
    decide: (unit: ShownUnit, decision: Decision) =>
      ask<AdjudicationDecision>(() =>
        sendJson(
          'PUT',
          `/api/v1/adjudications/${v7()}`,
          {
            articleId: initial.articleId,
            annotationIds: unit.members.map(({ annotation }) => annotation.id),
            ...decision,
          },
          { ...headers, ...(unit.decision && { 'if-match': `"${unit.decision.version}"` }) },
        ),
      ),
    undo: (decisionId: string) =>
      ask<AdjudicationDecision>(() => postJson(`/api/v1/adjudications/${decisionId}/undo`, {}, headers)),
    merge: (agreeing: Agreeing) =>
      ask<MergedAgreeing>(() => postJson(`${address}/merge`, { agreeing }, headers)),
    readAgain,
  };
}
