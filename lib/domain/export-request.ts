import { z } from 'zod';
import { EXPORT_FORMATS, TEXT_MODES } from './vocabulary';

/**
 * The query of an export. How much text goes along is decided by each article's licence (`licensed`: excerpts, unless it
 * allows more), unless the request says otherwise: that is then the decision of whoever asks.
 */
export const exportRequestSchema = z.object({
  format: z.enum(EXPORT_FORMATS, `Use one of these formats: ${EXPORT_FORMATS.join(', ')}.`),
  text: z
    .enum([...TEXT_MODES, 'licensed'], `Use one of these: ${TEXT_MODES.join(', ')}, licensed.`)
    .default('licensed'),
  /** An export that leaves something behind is refused without it. */
  allowLoss: z.enum(['true', 'false'], 'Use true or false.').default('false'),
  /** Instead of the export the report of what it would leave behind, or how much that is. */
  losses: z
    .enum(['only', 'counts'], 'Use losses=only for the report alone, losses=counts for its counts.')
    .optional(),
  /** A filter that was kept under this name. */
  subset: z.string().max(100).optional(),
  /** Of a part of the workspace: articles of which nothing fits are left out, unless `all` are asked for. */
  articles: z.enum(['all', 'fitting'], 'Use all or fitting.').default('fitting'),
});
/** The keys of an export's query that are its own; all others are of the filter. */
export const EXPORT_KEYS = Object.keys(exportRequestSchema.shape);
export type ExportRequest = z.output<typeof exportRequestSchema>;
