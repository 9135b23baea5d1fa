import { z } from 'zod';
import { annotationSchema, patchAnnotationSchema, putAnnotationSchema } from '@/lib/domain/annotation';
import {
  articleSchema,
  listedArticleSchema,
  newArticleSchema,
  newRevisionSchema,
  revisionSchema,
} from '@/lib/domain/article';
import {
  commentSchema,
  patchCommentSchema,
  putCommentSchema,
  readCommentsSchema,
  threadSchema,
} from '@/lib/domain/comment';
import { historyEventSchema } from '@/lib/domain/history';
import { daySchema, uuidSchema } from '@/lib/domain/ids';
import { notificationSchema, readNotificationsSchema } from '@/lib/domain/notification';
import { anchorRecordSchema, listedRevisionSchema, revisionReportSchema } from '@/lib/domain/revision-report';
import { relatedPassageSchema } from '@/lib/domain/related-passage';
import { scoreboardSchema } from '@/lib/domain/scoreboard-schema';
import { likelihoodScaleSchema, likelihoodScalesSchema, newScaleSchema } from '@/lib/domain/likelihood-scale';
import { newSourceSchema, registeredSourceSchema } from '@/lib/domain/source';
import { newVerificationSchema, verificationSchema } from '@/lib/domain/verification';
import { ANCHOR_STATES, PREDICTION_STATES, ROLES } from '@/lib/domain/vocabulary';
import { changeMessageSchema } from '@/lib/live/wire';
import { presenceSchema } from '@/lib/usecases/tell-presence';

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
});

const listedPredictionSchema = annotationSchema.extend({
  state: z.enum(PREDICTION_STATES),
  outcomeKnownAt: daySchema.nullable(),
  article: articleSchema.pick({ id: true, title: true, publisher: true, publishedAt: true }),
});

/** What requests are parsed with. */
const REQUESTS = {
  NewArticle: newArticleSchema,
  NewRevision: newRevisionSchema,
  PutAnnotation: putAnnotationSchema,
  PatchAnnotation: patchAnnotationSchema,
  NewVerification: newVerificationSchema,
  NewSource: newSourceSchema,
  NewLikelihoodScale: newScaleSchema,
  PutComment: putCommentSchema,
  PatchComment: patchCommentSchema,
  ReadComments: readCommentsSchema,
  ReadNotifications: readNotificationsSchema,
  Presence: presenceSchema,
} as const;

/** What is answered. */
const ANSWERS = {
  Article: articleSchema,
  ListedArticle: listedArticleSchema,
  AddedRevision: z.object({
    revision: revisionSchema,
    anchors: z.record(z.enum(ANCHOR_STATES), z.array(z.string())),
  }),
  ListedRevision: listedRevisionSchema,
  RevisionReport: revisionReportSchema,
  Annotation: annotationSchema,
  AnchorRecord: anchorRecordSchema,
  Verification: verificationSchema,
  RecordedVerification: verificationSchema.extend({ annotation: annotationSchema }),
  HistoryEvent: historyEventSchema,
  Change: changeMessageSchema,
  Prediction: listedPredictionSchema,
  Source: registeredSourceSchema,
  Scoreboard: scoreboardSchema,
  LikelihoodScale: likelihoodScaleSchema,
  LikelihoodScales: likelihoodScalesSchema,
  Comment: commentSchema,
  Thread: threadSchema,
  ReadMark: z.object({ seq: z.int() }),
  Notification: notificationSchema,
  Unread: z.object({ unread: z.int() }),
  Member: z.object({ id: uuidSchema, name: z.string(), role: z.enum(ROLES) }),
  RelatedPassage: relatedPassageSchema,
  Problem: problemSchema,
} as const;

export type RequestName = keyof typeof REQUESTS;
export type AnswerName = keyof typeof ANSWERS;

/** JSON Schemas (2020-12, as OpenAPI 3.1 uses them) of everything that goes in and out, by name. */
export function componentSchemas(): Record<string, unknown> {
  const inputs = Object.entries(REQUESTS).map(([name, schema]) => [name, jsonSchema(schema, 'input')]);
  const outputs = Object.entries(ANSWERS).map(([name, schema]) => [name, jsonSchema(schema, 'output')]);
  return Object.fromEntries([...inputs, ...outputs]);
}

export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
