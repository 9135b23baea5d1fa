import { z } from 'zod';

/** Nobody asks for more: a rule that is never met is none. */
export const MOST_INDEPENDENT_SOURCES = 5;

/** What a workspace asks of those who check. The default asks for one source and nobody else's yes. */
export const checkingRulesSchema = z.strictObject({
  /** A decision counts only once another editor has approved it. */
  needsApproval: z.boolean(),
  /** So many independent sources must stand behind "supported" and "refuted". */
  independentSources: z.int().min(1).max(MOST_INDEPENDENT_SOURCES),
  /** A prediction is resolved by two people who do not see each other's answer. */
  secondResolver: z.boolean(),
});
export type CheckingRules = z.output<typeof checkingRulesSchema>;

/** The body of `PATCH /workspaces/{slug}/checking-rules`: the rules to change. */
export const checkingRulesPatchSchema = checkingRulesSchema
  .partial()
  .refine((body) => Object.keys(body).length > 0, { message: 'Name at least one rule to change.' });
