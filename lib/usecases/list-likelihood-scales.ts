import 'server-only';
import { databaseFor } from '@/lib/data/blind-reading';
import { listScaleVersions } from '@/lib/data/likelihood-scales';
import type { LikelihoodScale, ShownScale, ShownScales } from '@/lib/domain/likelihood-scale';
import { canRead } from '@/lib/domain/policy';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { DEFAULT_SCALE, SHIPPED_SCALES } from '@/lib/domain/shipped-scales';
import { requireWorkspace } from './access';
import type { Context } from './context';

/** The scales that a workspace can score by: the one in force, all versions of its own, and the shipped ones. */
export async function listLikelihoodScales(
  context: Context,
  input: { slug: string },
): Promise<Result<ShownScales, Failure>> {
  const access = await requireWorkspace(context, input.slug, canRead);
  if (!access.ok) return access;
  const own = await listScaleVersions(databaseFor(access.value), access.value.workspace.id);
  return ok({
    current: own[0] ?? shownScale(DEFAULT_SCALE),
    own,
    shipped: SHIPPED_SCALES.map(shownScale),
  });
}

const shownScale = (scale: LikelihoodScale): ShownScale => ({
  ...scale,
  version: null,
  createdAt: null,
  createdBy: null,
  entries: scale.entries.map(({ words, low, high }) => ({ words: [...words], low, high })),
});
