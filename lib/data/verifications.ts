import 'server-only';
import type { Evidence, Verification } from '@/lib/domain/verification';
import type { Stance, Status } from '@/lib/domain/vocabulary';
import { dateFromDay } from './articles';
import type { Database, Prisma } from './database';

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
  verifierId: string;
  seq: number;
  now: Date;
  evidence: readonly Pick<
    Evidence,
    'stance' | 'url' | 'excerpt' | 'articleId' | 'revisionId' | 'span' | 'annotationId'
  >[];
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
}

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
  seq: true,
  createdAt: true,
  verifier: { select: { id: true, name: true } },
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
      annotationId: true,
      article: { select: { title: true } },
    },
  },
} satisfies Prisma.VerificationSelect;

function verificationFromRow(
  row: Prisma.VerificationGetPayload<{ select: typeof VERIFICATION_FIELDS }>,
): Verification {
  return {
    ...row,
    status: row.status as Status,
    outcomeKnownAt: row.outcomeKnownAt?.toISOString().slice(0, 10) ?? null,
    createdAt: row.createdAt.toISOString(),
    evidence: row.evidence.map(({ start, end, article, ...item }) => ({
      ...item,
      stance: item.stance as Stance,
      span: start === null || end === null ? null : { start, end },
      articleTitle: article?.title ?? null,
      storedCopy: false,
    })),
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
