import 'server-only';
import { failCapture, findCapture, insertCaptures } from '@/lib/data/captures';
import { database } from '@/lib/data/database';
import { type CaptureWithText, type NewCapture, newCaptureSchema } from '@/lib/domain/capture';
import { MOST_FILE_BYTES } from '@/lib/domain/file-limit';
import { fileTypeOf } from '@/lib/domain/file-type';
import { parseInput } from '@/lib/domain/parse-input';
import { canGatherEvidence } from '@/lib/domain/policy';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { fetchPage } from '@/lib/guard/fetch-page';
import { PUBLIC_WEB, type WebPolicy } from '@/lib/guard/web-policy';
import { requireWorkspace } from './access';
import type { Context } from './context';
import { type Captured, keepCopy } from './keep-copy';
import { requestHash } from './request-hash';

export interface CapturedEvidence {
  capture: CaptureWithText;
  outcome: 'recorded' | 'unchanged';
}

/**
 * Keeps a web page or a file as it is now, to be named as evidence by its id. A page that cannot be fetched is recorded
 * too: as a capture that failed, with the reason, so that a decision can say that there is no copy. `policy` is for tests.
 */
export async function captureEvidence(
  context: Context,
  input: { slug: string; body: unknown },
  policy: WebPolicy = PUBLIC_WEB,
): Promise<Result<CapturedEvidence, Failure>> {
  const access = await requireWorkspace(context, input.slug, canGatherEvidence);
  if (!access.ok) return access;
  const body = parseInput(newCaptureSchema, input.body);
  if (!body.ok) return body;
  const file = 'url' in body.value ? null : fileFrom(body.value);
  if (file && !file.ok) return file;
  const workspaceId = access.value.workspace.id;
  const id = body.value.id ?? context.newId();
  const hash = requestHash({ ...body.value, id });
  const isNew = await insertCaptures(database(), [
    {
      id,
      workspaceId,
      ...('url' in body.value
        ? { kind: 'page', url: body.value.url, fileName: null }
        : { kind: 'file', url: null, fileName: body.value.fileName }),
      state: 'fetching',
      requestHash: hash,
      actorId: context.actor.userId,
      now: context.now,
    },
  ]);
  const held = isNew ? null : await findCapture(database(), workspaceId, id);
  // Whoever sends a file again after it could not be kept brings its bytes along.
  const isUnkeptFile = file !== null && held?.requestHash === hash && held.state === 'fetching';
  if (isNew || isUnkeptFile) {
    const captured = file ?? (await pageFrom((body.value as { url: string }).url, policy));
    if (captured.ok) await keepCopy(context, { captureId: id, workspaceId }, captured.value);
    else await failCapture(database(), id, captured.error.message, context.now);
  }
  const stored = await findCapture(database(), workspaceId, id);
  if (stored?.requestHash !== hash)
    return err({ code: 'id_taken', message: 'Another capture has this id. Make a new one.' });
  const { requestHash: _, ...capture } = stored;
  return ok({ capture, outcome: isNew ? 'recorded' : 'unchanged' });
}

/** The bytes of an uploaded file, where they are something that can be evidence. */
function fileFrom(file: Extract<NewCapture, { base64: string }>): Result<Captured, Failure> {
  const bytes = Buffer.from(file.base64, 'base64');
  if (bytes.length > MOST_FILE_BYTES)
    return err({
      code: 'too_large',
      message: `The file is larger than ${MOST_FILE_BYTES / 1_000_000} MB. Nothing was stored; keep the part that matters.`,
    });
  const mediaType = fileTypeOf(bytes);
  if (!mediaType)
    return err({
      code: 'file_type_refused',
      message: 'Only plain text, HTML pages and PDF files can be kept as evidence. Nothing was stored.',
    });
  return ok({ bytes, mediaType, charset: null, finalUrl: null, isFile: true });
}

/** A page as it is now, through the guard. */
export async function pageFrom(url: string, policy: WebPolicy): Promise<Result<Captured, Failure>> {
  const page = await fetchPage(url, policy);
  return page.ok ? ok({ ...page.value, isFile: false }) : page;
}
