import { handle, json } from '@/app/api/v1/_http/handle';
import type { RevisionPreview } from '@/lib/domain/revision-preview';
import { previewRevision } from '@/lib/usecases/preview-revision';

/** Tries a text as a new revision for the page, which shows it before anything is stored. Not a part of the public API. */
export const POST = handle<{ workspace: string; article: string }>(async ({ context, params, body }) => {
  const preview = await previewRevision(context, { articleId: params.article, body });
  return preview.ok ? json(preview.value satisfies RevisionPreview) : preview;
});
