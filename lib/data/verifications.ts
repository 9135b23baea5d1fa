import 'server-only';
import { holdsExcerpt } from '@/lib/domain/holds-excerpt';
import type { Source } from '@/lib/domain/source';
import type { Approval, Evidence, Verification } from '@/lib/domain/verification';
import {
  type ApprovalOutcome,
  type DecisionRule,
  type EvidenceOrigin,
  isDecided,
  type Stance,
  type Status,
} from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import { CAPTURE_FIELDS, captureFromRow } from './captures';
import { freeDecidedCheck } from './checks';
import type { Database, Prisma } from './database';

/** A piece of evidence as it is stored. */
export type EvidenceRow = Pick<
  Evidence,
  'stance' | 'url' | 'excerpt' | 'articleId' | 'revisionId' | 'span' | 'annotationId' | 'origin'
> & { captureId: string | null };

export interface NewVerificationRow {
  id: string;
  annotationId: string;
  revisionId: string;
  status: Status;
  rationale: string;
  searches: string[];
  criteria: string | null;
  criteriaPostHoc: boolean;
  outcomeKnownAt: string | null;
  needsApproval: boolean;
  correctsId: string | null;
  correctionReason: string | null;
  /** The rule that makes it, where people have not decided it directly. */
  rule?: DecisionRule | null;
  /** The other of two resolvers who agreed. */
  resolvedWithId?: string | null;
  /** The hop at which the error was made, -1 for the article itself, and the source that was named there. */
  errorHop?: number | null;
  errorSourceId?: string | null;
  verifierId: string;
  seq: number;
  now: Date;
  evidence: readonly EvidenceRow[];
}

export async function insertVerification(tx: Database, row: NewVerificationRow): Promise<void> {
  const { evidence, now, outcomeKnownAt, ...verification } = row;
  await tx.verification.create({
    data: { ...verification, outcomeKnownAt: dateFromDay(outcomeKnownAt), createdAt: now },
  });
  await tx.evidence.createMany({
    data: evidence.map(({ span, ...item }, position) => ({
      ...item,
      verificationId: row.id,
      position,
      start: span?.start ?? null,
      end: span?.end ?? null,
    })),
  });
  if (isDecided(row.status)) await freeDecidedCheck(tx, row.annotationId, row.seq);
}

const SOURCE_FIELDS = { id: true, name: true, type: true } satisfies Prisma.SourceSelect;

const VERIFICATION_FIELDS = {
  id: true,
  annotationId: true,
  revisionId: true,
  status: true,
  rationale: true,
  searches: true,
  criteria: true,
  criteriaPostHoc: true,
  outcomeKnownAt: true,
  needsApproval: true,
  correctsId: true,
  correctionReason: true,
  rule: true,
  resolvedWith: { select: { id: true, name: true } },
  errorHop: true,
  errorSource: { select: { ...SOURCE_FIELDS, survivor: { select: SOURCE_FIELDS } } },
  seq: true,
  createdAt: true,
  verifier: { select: { id: true, name: true } },
  awaitedBy: { select: { id: true } },
  approval: {
    select: { outcome: true, reason: true, createdAt: true, actor: { select: { id: true, name: true } } },
  },
  evidence: {
    orderBy: { position: 'asc' },
    select: {
      stance: true,
      url: true,
      excerpt: true,
      articleId: true,
      revisionId: true,
      start: true,
      end: true,
      annotation: { select: { id: true } },
      origin: true,
      article: { select: { title: true } },
      capture: {
        select: { ...CAPTURE_FIELDS, copy: { select: { ...CAPTURE_FIELDS.copy.select, text: true } } },
      },
    },
  },
} satisfies Prisma.VerificationSelect;

type Row = Prisma.VerificationGetPayload<{ select: typeof VERIFICATION_FIELDS }>;

function verificationFromRow(row: Row): Verification {
  const { needsApproval: _, correctsId, correctionReason, awaitedBy: __, ...verification } = row;
  return {
    ...verification,
    status: row.status as Status,
    ...errorFromRow(row),
    rule: row.rule as DecisionRule | null,
    outcomeKnownAt: row.outcomeKnownAt?.toISOString().slice(0, 10) ?? null,
    approval: approvalFromRow(row),
    correction: correctsId && correctionReason ? { of: correctsId, reason: correctionReason } : null,
    createdAt: row.createdAt.toISOString(),
    evidence: row.evidence.map(evidenceFromRow),
  };
}

function evidenceFromRow({
  start,
  end,
  article,
  annotation,
  capture,
  ...item
}: Row['evidence'][number]): Evidence {
  const text = capture?.copy?.text ?? null;
  return {
    ...item,
    stance: item.stance as Stance,
    origin: item.origin as EvidenceOrigin | null,
    span: start === null || end === null ? null : { start, end },
    articleTitle: article?.title ?? null,
    annotationId: annotation?.id ?? null,
    storedCopy: capture?.state === 'stored' && capture.copy !== null,
    capture: capture && captureFromRow(capture),
    holdsExcerpt: text === null || !item.excerpt ? null : holdsExcerpt(text, item.excerpt),
  };
}

function errorFromRow({
  errorHop,
  errorSource,
}: Row): Required<Pick<Verification, 'errorHop' | 'errorSource'>> {
  const { survivor, ...named } = errorSource ?? { survivor: null };
  return {
    errorHop: errorHop === -1 ? 'reporter' : errorHop,
    errorSource: errorSource && ((survivor ?? named) as Source),
  };
}

function approvalFromRow({ needsApproval, approval, awaitedBy }: Row): Approval | null {
  if (!needsApproval) return null;
  if (!approval)
    return { state: awaitedBy.length > 0 ? 'awaiting' : 'lapsed', by: null, reason: null, at: null };
  return {
    state: approval.outcome as ApprovalOutcome,
    by: approval.actor,
    reason: approval.reason || null,
    at: approval.createdAt.toISOString(),
  };
}

/** The verifications of one annotation, the oldest first. */
export async function listVerifications(db: Database, annotationId: string): Promise<Verification[]> {
  const rows = await db.verification.findMany({
    where: { annotationId },
    orderBy: { seq: 'asc' },
    select: VERIFICATION_FIELDS,
  });
  return rows.map(verificationFromRow);
}

export async function findVerification(db: Database, id: string): Promise<Verification | null> {
  const row = await db.verification.findUnique({ where: { id }, select: VERIFICATION_FIELDS });
  return row && verificationFromRow(row);
}

/** The number of the event that recorded a decision. */
export async function findSeqOfVerification(db: Database, id: string): Promise<number | null> {
  const row = await db.verification.findUnique({ where: { id }, select: { seq: true } });
  return row?.seq ?? null;
}

/** The decision in force on an annotation: the newest that asked for nobody else's yes, or has it. */
export async function findDecisionInForce(
  db: Database,
  annotationId: string,
): Promise<{ id: string; status: Status } | null> {
  const row = await db.verification.findFirst({
    where: { annotationId, OR: [{ needsApproval: false }, { approval: { outcome: 'approved' } }] },
    orderBy: { seq: 'desc' },
    select: { id: true, status: true },
  });
  return row && { id: row.id, status: row.status as Status };
}

/**
 * SQL that is true of a verification `v` that counted at an instant (SQL; null for now): nobody else's yes was asked for, or
 * it had been given.
 */
export const countsUntil = (instant: string, row = 'v'): string =>
  `(NOT ${row}.needs_approval OR EXISTS (SELECT 1 FROM approval yes WHERE yes.verification_id = ${row}.id AND yes.outcome = 'approved'
     AND (${instant} IS NULL OR yes.created_at <= ${instant})))`;
/** SQL that is true of a verification `v` that counts. */
export const COUNTS = countsUntil('NULL::timestamptz');
