import { z } from 'zod';
import { EXPORT_FORMATS, TEXT_MODES } from './vocabulary';

/**
 * The query of an export. How much text goes along is decided by the articles' licences; until an article names one,
 * it is `excerpts`, unless the request says otherwise.
 */
export const exportRequestSchema = z.object({
  format: z.enum(EXPORT_FORMATS, `Use one of these formats: ${EXPORT_FORMATS.join(', ')}.`),
  text: z.enum(TEXT_MODES, `Use one of these: ${TEXT_MODES.join(', ')}.`).default('excerpts'),
  /** An export that leaves something behind is refused without it. */
  allowLoss: z.enum(['true', 'false'], 'Use true or false.').default('false'),
  /** Instead of the export the report of what it would leave behind, or how much that is. */
  losses: z
    .enum(['only', 'counts'], 'Use losses=only for the report alone, losses=counts for its counts.')
    .optional(),
});
export type ExportRequest = z.output<typeof exportRequestSchema>;
