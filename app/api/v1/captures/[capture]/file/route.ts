import { handle } from '@/app/api/v1/_http/handle';
import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { openEvidenceFile } from '@/lib/usecases/open-evidence-file';

/** What came from outside is saved, never shown: whatever is in it runs nowhere in the app's name. */
export const GET = handle<{ capture: string }>(async ({ context, params }) => {
  const file = await openEvidenceFile(context, { id: params.capture });
  if (!file.ok) return file;
  const { name, mediaType, body } = file.value;
  return new Response(body, {
    headers: {
      // A page of HTML is handed out as plain text: it was sent by strangers.
      'content-type': mediaType === 'application/pdf' ? mediaType : 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
});

/** A name without path, control characters and quotes, of whole characters. */
const plainName = (name: string): string =>
  [...name.replace(/[/\\\p{C}"]/gu, '_')].slice(0, 150).join('') || 'evidence';
const asciiName = (name: string): string => plainName(name).replace(/[^\x20-\x7e]/g, '_');
const encodedName = (name: string): string =>
  encodeURIComponent(plainName(name)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
