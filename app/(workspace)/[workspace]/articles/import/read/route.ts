import { handle, json } from '@/app/api/v1/_http/handle';
import type { ImportPreview } from '@/lib/domain/import-preview';
import { previewImport } from '@/lib/usecases/preview-import';

/** Reads a text for the import page, which shows it before anything is stored. Not a part of the public API. */
export const POST = handle<{ workspace: string }>(async ({ context, params, body }) => {
  const preview = await previewImport(context, { slug: params.workspace, body });
  return preview.ok ? json(preview.value satisfies ImportPreview) : preview;
});
