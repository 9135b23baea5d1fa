import { handle } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { savedFile } from '@/app/api/v1/_http/saved-file';
import { openReleaseFile } from '@/lib/usecases/open-release-file';

/** The bytes of a file, which never change: whoever has them already is told so. */
export const GET = handle<{ release: string; name: string }>(async ({ context, params, request }) => {
  const opened = await openReleaseFile(context, { id: params.release, name: params.name });
  if (!opened.ok) return opened;
  const { file, body } = opened.value;
  const etag = `"${file.sha256}"`;
  if (namesTag(request.headers.get('if-none-match'), etag)) {
    await body.return(undefined);
    return new Response(null, { status: 304, headers: { etag, 'cache-control': KEEP } });
  }
  const response = savedFile(body, { fileName: file.name, mediaType: file.mediaType });
  response.headers.set('etag', etag);
  response.headers.set('cache-control', KEEP);
  response.headers.set('content-length', String(file.bytes));
  response.headers.set('content-security-policy', "default-src 'none'; sandbox");
  return response;
});

/** A browser may keep the bytes but asks each time whether it may still have them. */
const KEEP = 'private, no-cache';

const namesTag = (header: string | null, etag: string): boolean =>
  header !== null && header.split(',').some((tag) => [etag, `W/${etag}`, '*'].includes(tag.trim()));

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
