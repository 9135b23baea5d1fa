import { z } from 'zod';
import { daySchema, uuidSchema } from './ids';
import { pageQuerySchema } from './page';
import { KINDS, NOTIFICATION_KINDS } from './vocabulary';

/**
 * What somebody is told of: who did what, about which words of which article; or about an article, or a campaign, as a
 * whole.
 */
export const notificationSchema = z.object({
  id: uuidSchema,
  kind: z.enum(NOTIFICATION_KINDS),
  /** Null where nobody did it: a day has come. */
  actor: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  /** Null where it is about an article or a campaign. */
  annotation: z
    .object({
      id: uuidSchema,
      kind: z.enum(KINDS),
      exact: z.string(),
      /** Of a prediction that has one. */
      deadline: daySchema.nullish(),
    })
    .nullable(),
  /** Null where it is about a campaign as a whole. */
  article: z.object({ id: uuidSchema, title: z.string() }).nullable(),
  /** Set where it is about a campaign, or an article in one. */
  campaign: z.object({ id: uuidSchema, name: z.string() }).nullable(),
  /** Both set when it is about a comment. */
  threadId: uuidSchema.nullable(),
  commentId: uuidSchema.nullable(),
  createdAt: z.iso.datetime(),
  readAt: z.iso.datetime().nullable(),
});
export type Notification = z.infer<typeof notificationSchema>;

export const notificationQuerySchema = pageQuerySchema.extend({
  unread: z.enum(['true', 'false']).optional(),
});

/** The body of `POST /workspaces/{slug}/notifications/read`: those named, or all of the workspace. */
export const readNotificationsSchema = z.union([
  z.strictObject({ ids: z.array(uuidSchema).min(1).max(500) }),
  z.strictObject({ all: z.literal(true) }),
]);
