import { createHmac } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/lib/data/database';
import { type TextMode, TEXT_MODES } from '@/lib/domain/vocabulary';
import { LINE_SCHEMAS } from '@/lib/release/line-schemas';
import { textFields } from '@/lib/release/json-fields';
import { namesInFreeText, peopleIn, pseudonymised, pseudonymsOf } from '@/lib/release/pseudonyms';
import { schemaJson } from '@/lib/release/schema-json';
import type { Context } from '@/lib/usecases/context';
import { exportWorkspace } from '@/lib/usecases/export-workspace';
import { bytesOf } from '@/tests/export/readable';
import { aMember, aWorkspace, contextOf } from '@/tests/support/builders';
import { fillWithEveryRecord } from '@/tests/support/every-record';
import { valueOf } from '@/tests/support/failure-code';

const SLUG = 'release-schema';
let owner: Context;

beforeAll(async () => {
  const workspace = await aWorkspace({ slug: SLUG });
  owner = contextOf((await aMember({ workspace, role: 'owner' })).user);
  await fillWithEveryRecord(owner, { slug: SLUG, workspaceId: workspace.id });
}, 240_000);

type Line = { type: string };

async function exported(text?: TextMode): Promise<Line[]> {
  const query = { format: 'jsonl', ...(text && { text }) };
  const { body } = valueOf(await exportWorkspace(owner, { slug: SLUG, query }));
  const lines = new TextDecoder()
    .decode(await bytesOf(body))
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

describe('schema.json describes every record that a workspace can have', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(JSON.parse(schemaJson('canary')) as object, 'release');

  test.each([...TEXT_MODES, undefined])('in mode %s', async (text) => {
    const lines = await exported(text);
    for (const line of lines) {
      const validate = ajv.getSchema(`release#/$defs/${line.type}`);
      if (!validate) throw new Error(`schema.json does not know lines of type ${line.type}.`);
      expect(validate(line) ? [] : validate.errors, line.type).toEqual([]);
    }
    const types = new Set(lines.map(({ type }) => type));
    expect([...types].sort()).toEqual(Object.keys(LINE_SCHEMAS).sort());
  });
});

describe('people in records of every type', () => {
  test('have pseudonyms: no id is left anywhere, and no name but in free text, where it is told', async () => {
    const people = await database().user.findMany({ select: { id: true, name: true } });
    const pseudonyms = pseudonymsOf(people, (words) =>
      createHmac('sha256', 'key').update(words).digest('hex'),
    );
    const lines = await exported('full');
    const found = lines.flatMap((line) => [...peopleIn(line)].map(({ id }) => id));
    expect(new Set(found).size).toBeGreaterThan(3);
    expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining(found));
    for (const line of lines) {
      const shown = pseudonymised(line, pseudonyms);
      for (const { id } of people) expect(JSON.stringify(shown)).not.toContain(id);
      const told = new Set(namesInFreeText(shown, pseudonyms).map(({ field }) => field));
      for (const { path, text } of textFields(shown))
        for (const { name } of people)
          if (text.includes(name)) expect(told, `${line.type} ${path.join('.')}`).toContain(path.join('.'));
    }
  });
});
