import { z } from 'zod';
import { EXPORT_FORMATS, TEXT_MODES } from './vocabulary';

/**
 * The query of an export. How much text goes along is decided by the articles' licences; until an article names one,
 * it is `excerpts`, unless the request says otherwise.
 */
export const exportRequestSchema = z.object({
  format: z.enum(EXPORT_FORMATS, `Use one of these formats: ${EXPORT_FORMATS.join(', ')}.`),
  text: z.enum(TEXT_MODES, `Use one of these: ${TEXT_MODES.join(', ')}.`).default('excerpts'),
});
export type ExportRequest = z.output<typeof exportRequestSchema>;
