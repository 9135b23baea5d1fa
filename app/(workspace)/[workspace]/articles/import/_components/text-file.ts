import { err, type Failure, ok, type Result } from '@/lib/domain/result';

/** As much as the server takes, in bytes of UTF-8. */
const MOST_BYTES = 5_000_000;
const NOT_PLAIN = /\.(pdf|docx?|odt|rtf|html?|pages|epub)$/i;

/** The text of a file that a person chose or dropped. The file is read here and leaves the browser only as text. */
export async function textFromFile(file: File): Promise<Result<string, Failure>> {
  if (NOT_PLAIN.test(file.name))
    return refusal(
      'not_plain_text',
      `“${file.name}” is not plain text. Open it, copy the article’s text, and paste it here.`,
    );
  if (file.size > MOST_BYTES)
    return refusal(
      'too_large',
      `“${file.name}” has ${(file.size / 1_000_000).toFixed(1)} MB; an article has at most 5 MB. Nothing was stored. Split it and import the parts.`,
    );
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof TypeError)
      return refusal(
        'invalid_utf8',
        `“${file.name}” is not valid UTF-8, so some of its letters cannot be read. Nothing was stored. Save it as UTF-8 and choose it again.`,
      );
    return refusal('unreadable', `“${file.name}” could not be read. Nothing was stored. Choose it again.`);
  }
}

/** Why a text that is being pasted is too long even to be shown, or null. */
export const tooLongToPaste = (text: string): string | null =>
  text.length > MOST_BYTES
    ? `What you pasted has ${(text.length / 1_000_000).toFixed(1)} million characters; an article has at most 5 MB. It was not pasted and nothing was stored. Split it and import the parts.`
    : null;

const refusal = (code: string, message: string) => err({ code, message });
