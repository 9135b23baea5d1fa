import { beforeAll, expect, test } from 'vitest';
import { EXPORT_FILES } from '@/lib/domain/export-file';
import { EXPORT_FORMATS } from '@/lib/domain/vocabulary';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { bytesOf, filesOf } from '@/tests/export/readable';
import { anAnnotation, anArticle } from '@/tests/support/article-builders';
import { aMember, contextOf } from '@/tests/support/builders';
import { valueOf } from '@/tests/support/failure-code';

/** The words by which a file itself says what its offsets count. */
const SAID = { code_point: /code_point|code points/, utf16_code_unit: /utf16_code_unit/, none: /$/ } as const;

let context: Context;
let slug: string;
beforeAll(async () => {
  const { user, workspace } = await aMember({ role: 'editor' });
  [context, slug] = [contextOf(user), workspace.slug];
  await anAnnotation(context, await anArticle(context, slug), 'claim', 'the pier 👩‍👩‍👧 was closed in March');
});

const bytes = async (query: Record<string, string>): Promise<Uint8Array> =>
  bytesOf(valueOf(await exportWorkspace(context, { slug, query: { allowLoss: 'true', ...query } })).body);

test.each(EXPORT_FORMATS)('%s says what its offsets count, in the file and in its report', async (format) => {
  const { offsetUnit, extension } = EXPORT_FILES[format];
  const file = await bytes({ format });
  const words =
    extension === 'zip' ? Object.values(filesOf(file)).join('\n') : Buffer.from(file).toString('latin1');
  expect(words).toMatch(SAID[offsetUnit]);
  const report = JSON.parse(Buffer.from(await bytes({ format, losses: 'only' })).toString()) as object;
  expect(report).toMatchObject({ format, offsetUnit });
});
