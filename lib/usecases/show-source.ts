import 'server-only';
import { snapshotFor } from '@/lib/data/blind-reading';
import { listScaleVersions } from '@/lib/data/likelihood-scales';
import { listPredictionRows } from '@/lib/data/prediction-rows';
import {
  countErrors,
  countRoles,
  countStatuses,
  listAffiliations,
  listMergedSources,
  listNameUses,
  listOwnAliases,
} from '@/lib/data/shown-sources';
import { findSource, requireRegisteredSource } from '@/lib/data/sources';
import { byAffiliationTime } from '@/lib/domain/affiliations-as-of';
import { abilitiesOf, type Abilities, canRead } from '@/lib/domain/policy';
import { dayIn } from '@/lib/domain/prediction';
import { type Failure, ok, type Result } from '@/lib/domain/result';
import { scoreboardOf } from '@/lib/domain/scoreboard';
import { scoringUnits } from '@/lib/domain/scoring-unit';
import { DEFAULT_SCALE } from '@/lib/domain/shipped-scales';
import type { ShownSource } from '@/lib/domain/source';
import { namesWithUse } from '@/lib/domain/source-names';
import { requireSource } from './access';
import type { Context } from './context';

export interface SourcePage {
  source: ShownSource;
  workspace: { slug: string; name: string; timeZone: string };
  abilities: Abilities;
}

/** What the registry knows of a source; of one that was merged, what it knows of the one that stands for it. */
export async function showSource(
  context: Context,
  input: { id: string },
): Promise<Result<SourcePage, Failure>> {
  const access = await requireSource(context, input.id, canRead);
  if (!access.ok) return access;
  const { workspace, standing } = access.value;
  const today = dayIn(workspace.timeZone, context.now);
  const source = await snapshotFor(access.value, async (db): Promise<ShownSource> => {
    const asked = (await findSource(db, workspace.id, access.value.sourceId))!;
    const id = asked.survivorId ?? asked.id;
    const registered = await requireRegisteredSource(db, id);
    const merged = await listMergedSources(db, id);
    const ownAliases = await listOwnAliases(db, id);
    const uses = await listNameUses(db, id);
    const units = scoringUnits(await listPredictionRows(db, workspace.id, null));
    const [own] = await listScaleVersions(db, workspace.id);
    const scale = own ?? DEFAULT_SCALE;
    const { total } = scoreboardOf(
      units.filter((unit) => unit.source?.id === id),
      { by: 'source', scale, today },
    );
    return {
      ...registered,
      ownAliases,
      names: namesWithUse({ id, name: registered.name, aliases: ownAliases }, merged, uses),
      mergedSources: merged,
      statuses: await countStatuses(db, id),
      roles: await countRoles(db, id),
      errors: await countErrors(db, id),
      affiliations: ((await listAffiliations(db, [id])).get(id) ?? []).sort(byAffiliationTime),
      record: { figures: total, scale: { key: scale.key, name: scale.name }, today },
    };
  });
  const { slug, name, timeZone } = workspace;
  return ok({ source, workspace: { slug, name, timeZone }, abilities: abilitiesOf(standing) });
}
