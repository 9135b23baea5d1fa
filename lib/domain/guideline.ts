import { z } from 'zod';
import type { AttributeDefinition } from './annotation-attributes';
import { daySchema, uuidSchema } from './ids';
import { ATTRIBUTE_TYPES, KINDS } from './vocabulary';

/** More than anybody reads while annotating. */
export const LONGEST_GUIDELINE = 100_000;
/** As many tags as a list offers, and attributes as a form shows. */
const MOST_TAGS = 200;
const MOST_ATTRIBUTES = 40;
const MOST_OPTIONS = 60;

/** What names an attribute in data for good: lower-case letters, digits and underscores. */
export const attributeKeySchema = z.string().regex(
  // Every object of a program has a `constructor` already.
  /^(?!constructor$)[a-z][a-z0-9_]{0,39}$/,
  'Use lower-case letters, digits and underscores, beginning with a letter.',
);

/** The values of an annotation's attributes by key; those without a value are left out. */
export const attributesSchema = z.record(attributeKeySchema, z.union([z.string(), z.number()]));

/** What a request sets: null takes a value away. */
export const requestedAttributesSchema = z
  .record(attributeKeySchema, z.union([z.string().max(2_000), z.number(), z.null()]))
  .refine((values) => Object.keys(values).length <= MOST_ATTRIBUTES * 2, 'These are too many attributes.');

/** A tag that annotators are offered, and when to give it. */
export const guidelineTagSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, 'A tag needs a name.')
    .max(100)
    .refine((name) => !name.includes(','), 'A tag has no comma: where tags are typed, commas divide them.'),
  meaning: z
    .string()
    .trim()
    .max(500)
    .nullish()
    .transform((meaning) => meaning || null)
    .pipe(z.string().nullable()),
});

const optionSchema = z.string().trim().min(1, 'An option needs words.').max(100);

/**
 * An attribute that annotations of some kinds can have. Only a choice has `options`, in the order in which they are shown;
 * `ordered` says that the order means something: from the least to the most.
 */
export const attributeDefinitionSchema = z
  .strictObject({
    key: attributeKeySchema,
    label: z.string().trim().min(1, 'An attribute needs a label.').max(80),
    kinds: z
      .array(z.enum(KINDS))
      .min(1, 'Say for which kinds it is.')
      .transform((kinds) => KINDS.filter((kind) => kinds.includes(kind))),
    type: z.enum(ATTRIBUTE_TYPES),
    options: z.array(optionSchema).max(MOST_OPTIONS).default([]),
    ordered: z.boolean().default(false),
    required: z.boolean().default(false),
    hint: z
      .string()
      .trim()
      .max(500)
      .nullish()
      .transform((hint) => hint || null)
      .pipe(z.string().nullable()),
  })
  .superRefine(({ type, options, ordered }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (type === 'choice' && options.length < 2) complain('options', 'A choice needs two options at least.');
    if (type !== 'choice' && options.length > 0) complain('options', 'Only a choice has options.');
    if (type !== 'choice' && ordered) complain('ordered', 'Only the options of a choice have an order.');
    const twice = repeated(options, (option) => option.toLowerCase());
    if (twice) complain('options', `“${twice}” stands twice.`);
  });

/** What a new version is made of. All of it is given: what is left out is not in it. */
export const newGuidelineSchema = z.strictObject({
  text: z.string().trim().min(1, 'The guideline has no text.').max(LONGEST_GUIDELINE),
  tags: z
    .array(guidelineTagSchema)
    .max(MOST_TAGS)
    .default([])
    .superRefine((tags, context) => {
      const twice = repeated(tags, ({ name }) => name.toLowerCase());
      if (twice) context.addIssue({ code: 'custom', message: `The tag “${twice.name}” stands twice.` });
    }),
  /** Whether annotations may have tags that are not in the list. */
  freeTags: z.boolean().default(true),
  attributes: z
    .array(attributeDefinitionSchema)
    .max(MOST_ATTRIBUTES)
    .default([])
    .superRefine((attributes, context) => {
      const twice = repeated(attributes, ({ key }) => key);
      if (twice)
        context.addIssue({
          code: 'custom',
          message: `Two attributes have the name “${twice.key}” in the data.`,
        });
    }),
  /** What changed, in the words of whoever changed it. */
  summary: z.string().trim().min(1, 'Say in a few words what changed.').max(500),
});
export type NewGuideline = z.output<typeof newGuidelineSchema>;

/** One version of a workspace's guideline; it never changes. `number` counts from 1; the newest one is in force. */
export const guidelineSchema = z.object({
  id: uuidSchema,
  number: z.int(),
  text: z.string(),
  tags: z.array(z.object({ name: z.string(), meaning: z.string().nullable() })),
  freeTags: z.boolean(),
  attributes: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kinds: z.array(z.enum(KINDS)),
      type: z.enum(ATTRIBUTE_TYPES),
      options: z.array(z.string()),
      ordered: z.boolean(),
      required: z.boolean(),
      hint: z.string().nullable(),
    }),
  ),
  summary: z.string(),
  /** Null for the one that the app brings along. */
  author: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  createdAt: z.iso.datetime(),
});
export type Guideline = z.output<typeof guidelineSchema>;

/** Whether it is a calendar day, `YYYY-MM-DD`. */
export const isDay = (value: string): boolean => daySchema.safeParse(value).success;

/**
 * The attribute that a new version would give another type than an earlier version did; null when there is none. What was
 * recorded under one type is no value of another, and one key in the data means one thing.
 */
export function retypedAttribute(
  wanted: readonly AttributeDefinition[],
  earlier: readonly Pick<Guideline, 'number' | 'attributes'>[],
): { key: string; type: AttributeDefinition['type']; number: number } | null {
  for (const { number, attributes } of earlier)
    for (const { key, type } of attributes)
      if (wanted.some((each) => each.key === key && each.type !== type)) return { key, type, number };
  return null;
}

function repeated<T>(items: readonly T[], nameOf: (item: T) => string): T | null {
  const seen = new Set<string>();
  for (const item of items) {
    const name = nameOf(item);
    if (seen.has(name)) return item;
    seen.add(name);
  }
  return null;
}
