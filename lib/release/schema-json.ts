import { z } from 'zod';
import { adjudicationLineSchema, LINE_SCHEMAS, passLineSchema } from './line-schemas';
import { RELEASE_SCHEMA_VERSION } from './schema-version';

/**
 * `schema.json`: JSON Schema (2020-12) of the lines of the jsonl files, made from the schemas in zod. Under `$defs` stands
 * each type of line of `dataset.jsonl` by its name, then `passLine` and `adjudicationLine`; the schema itself is that of a
 * line of `dataset.jsonl`. A line may have more fields than it names: those are added without a new version.
 */
export function schemaJson(canary: string): string {
  const lines = Object.entries(LINE_SCHEMAS).map(([type, schema]) => [type, jsonSchemaOf(schema)] as const);
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A line of dataset.jsonl',
    $comment: canary,
    version: RELEASE_SCHEMA_VERSION,
    type: 'object',
    required: ['type'],
    oneOf: lines.map(([type]) => ({ $ref: `#/$defs/${type}` })),
    $defs: {
      ...Object.fromEntries(lines),
      passLine: jsonSchemaOf(passLineSchema),
      adjudicationLine: jsonSchemaOf(adjudicationLineSchema),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** What is written is what comes out of a schema; further fields are allowed. */
function jsonSchemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'output',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return rest;
}
