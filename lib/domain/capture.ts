import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { CAPTURE_KINDS, CAPTURE_STATES } from './vocabulary';
import { isWebAddress } from './web-address';

export const webAddressSchema = z
  .string()
  .trim()
  .max(2_000)
  .refine(isWebAddress, 'Use an address that begins with https:// or http://.');

const clientsId = uuidSchema.optional();

/** The body of `POST /workspaces/{slug}/captures`: an address to be fetched, or a file as base64. A client that may retry sends its own `id`. */
export const newCaptureSchema = z.union([
  z.strictObject({ id: clientsId, url: webAddressSchema }),
  z.strictObject({
    id: clientsId,
    fileName: z.string().trim().min(1).max(255),
    base64: z
      .string()
      .min(1, 'The file is empty.')
      .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Send the file’s bytes as base64.'),
  }),
]);
export type NewCapture = z.output<typeof newCaptureSchema>;

/** What was kept: the hashes are SHA-256, hex, of the bytes as they came and of the text's UTF-8. */
export const copySummarySchema = z.object({
  id: uuidSchema,
  title: z.string().nullable(),
  /** The day that the page or file itself names as its publication. */
  publishedAt: daySchema.nullable(),
  mediaType: z.string(),
  byteLength: z.int(),
  bytesSha256: z.string(),
  textSha256: z.string().nullable(),
  /** The original bytes are kept too and can be downloaded. */
  hasFile: z.boolean(),
});
export type CopySummary = z.infer<typeof copySummarySchema>;

/** An attempt to keep a web page or a file as it was at a moment. */
export const captureSchema = z.object({
  id: uuidSchema,
  kind: z.enum(CAPTURE_KINDS),
  url: z.string().nullable(),
  fileName: z.string().nullable(),
  state: z.enum(CAPTURE_STATES),
  /** Why there is no copy, in words for people. */
  failure: z.string().nullable(),
  finalUrl: z.string().nullable(),
  capturedAt: z.iso.datetime().nullable(),
  copy: copySummarySchema.nullable(),
});
export type Capture = z.infer<typeof captureSchema>;

/** A capture with the text of its copy; null where no text could be read from it. */
export const captureWithTextSchema = captureSchema.extend({ text: z.string().nullable() });
export type CaptureWithText = z.infer<typeof captureWithTextSchema>;
