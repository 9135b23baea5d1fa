import 'server-only';
import type { PoolClient } from 'pg';
import { pool } from './database';
import { RESTORED, type RestoredType } from './restore-statements';

type Json = Record<string, unknown>;

/** A record and its JSON, which is made once. */
export interface WrittenRecord {
  record: Json;
  json: string;
}

/**
 * What records can refer to, of all workspaces and layers: the workspace of each row that has one of the ids `$1`. They are
 * looked up one by one: the statement is planned once, while the tables may still be empty, and joined all at once they
 * would be read from end to end ever after.
 */
const REFERRED_TO = `unnest($1::uuid[]) AS asked (id) CROSS JOIN LATERAL (
  SELECT workspace_id FROM article WHERE id = asked.id
  UNION ALL SELECT t.workspace_id FROM revision r JOIN article t ON t.id = r.article_id WHERE r.id = asked.id
  UNION ALL SELECT workspace_id FROM every_source WHERE id = asked.id
  UNION ALL SELECT t.workspace_id FROM every_annotation a JOIN article t ON t.id = a.article_id WHERE a.id = asked.id
  UNION ALL SELECT t.workspace_id FROM every_verification v JOIN every_annotation a ON a.id = v.annotation_id
    JOIN article t ON t.id = a.article_id WHERE v.id = asked.id
  UNION ALL SELECT t.workspace_id FROM reply_entry y JOIN every_annotation a ON a.id = y.annotation_id
    JOIN article t ON t.id = a.article_id WHERE y.id = asked.id
  UNION ALL SELECT t.workspace_id FROM adjudication d JOIN article t ON t.id = d.article_id WHERE d.id = asked.id
  UNION ALL SELECT workspace_id FROM capture WHERE id = asked.id
  UNION ALL SELECT workspace_id FROM stored_copy WHERE id = asked.id
  UNION ALL SELECT workspace_id FROM proposition WHERE id = asked.id) known`;

/** So many ids are remembered at most. */
const MOST_OWN = 50_000;

/** Writes records inside one transaction. A failure of the database names a record, and nothing of it stays. */
export class Restore {
  #isBroken = false;
  /** Ids that were found to be this workspace's: most records name the same few. */
  readonly #own = new Set<string>();

  constructor(
    readonly workspaceId: string,
    private readonly client: PoolClient,
  ) {}

  /** The records of one type; those that the database refuses come back with its words. */
  async insert<T extends WrittenRecord>(
    type: RestoredType,
    records: readonly T[],
  ): Promise<{ written: T; reason: string }[]> {
    const failure = await this.#tried(type, records);
    if (failure === null) return [];
    if (records.length === 1) return [{ written: records[0]!, reason: failure }];
    // Some of them are at fault: halves of halves show which.
    const half = records.length >> 1;
    return [
      ...(await this.insert(type, records.slice(0, half))),
      ...(await this.insert(type, records.slice(half))),
    ];
  }

  /**
   * Which of these ids are of something that another workspace has (invariant 10): keys between tables hold across
   * workspaces, so a file could write into others' articles, or read what they hold by naming it.
   */
  async listForeignIds(ids: readonly string[]): Promise<Set<string>> {
    const asked = new Set(ids.filter((id) => !this.#own.has(id)));
    if (asked.size === 0) return asked;
    // By a name, so that it is planned once.
    const { rows } = await this.client.query<{ id: string; isOwn: boolean }>({
      name: 'whose-ids',
      text: `SELECT asked.id, known.workspace_id = $2::uuid AS "isOwn" FROM ${REFERRED_TO}`,
      values: [[...asked], this.workspaceId],
    });
    const foreign = new Set(rows.filter(({ isOwn }) => !isOwn).map(({ id }) => id));
    if (this.#own.size > MOST_OWN) this.#own.clear();
    for (const { id, isOwn } of rows) if (isOwn && !foreign.has(id)) this.#own.add(id);
    return foreign;
  }

  /** People who are named and unknown here: without an address nobody can sign in as them. */
  async insertPeople(people: ReadonlyMap<string, string>): Promise<void> {
    if (people.size === 0) return;
    await this.client.query(
      `INSERT INTO app_user (id, name, email) SELECT p.id, p.name, p.id || '@restored.invalid'
       FROM unnest($1::uuid[], $2::text[]) p (id, name) ON CONFLICT DO NOTHING`,
      [[...people.keys()], [...people.values()]],
    );
  }

  async holdsAnything(): Promise<boolean> {
    const { rows } = await this.client.query<{ holds: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM article WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM source WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM subset WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM campaign WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM release WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM guideline WHERE workspace_id = $1::uuid AND author_id IS NOT NULL) AS holds`,
      [this.workspaceId],
    );
    return rows[0]!.holds;
  }

  /** Gives the workspace the identity that it had; false where another one here has it. Its rows follow. */
  async becomeWorkspace(workspace: Json): Promise<Restore | false> {
    const { id, name, timeZone, checkingRules, createdAt } = workspace;
    const rules = (checkingRules ?? {}) as Json;
    const taken = await this.client.query('SELECT 1 FROM workspace WHERE id = $1::uuid AND id <> $2::uuid', [
      id,
      this.workspaceId,
    ]);
    if (taken.rowCount) return false;
    // The guideline that came with the app gives way to those that the workspace had.
    await this.client.query('DELETE FROM guideline WHERE workspace_id = $1::uuid', [this.workspaceId]);
    await this.client.query(
      `UPDATE workspace SET id = $2::uuid, name = $3, time_zone = $4, created_at = $5::timestamptz,
         needs_approval = coalesce($6::boolean, needs_approval), independent_sources = coalesce($7::int, independent_sources),
         second_resolver = coalesce($8::boolean, second_resolver) WHERE id = $1::uuid`,
      [
        this.workspaceId,
        id,
        name,
        timeZone,
        createdAt,
        rules.needsApproval ?? null,
        rules.independentSources ?? null,
        rules.secondResolver ?? null,
      ],
    );
    return new Restore(id as string, this.client);
  }

  async #write(type: RestoredType, json: string): Promise<void> {
    for (const statement of RESTORED[type])
      await this.client.query(statement, statement.includes('$2') ? [json, this.workspaceId] : [json]);
  }

  /** What is in a pass, written in its layer. The savepoint takes the layer back too, where something is refused. */
  async #writePass({ id, annotations, verifications }: Json): Promise<void> {
    const enter = (layer: unknown) =>
      this.client.query(`SELECT set_config('touchstone.pass', $1, true)`, [layer]);
    await enter(id);
    await this.#write('annotation', JSON.stringify(annotations));
    await this.#write('verification', JSON.stringify(verifications));
    await enter('');
  }

  async #tried(type: RestoredType, records: readonly WrittenRecord[]): Promise<string | null> {
    if (this.#isBroken) throw new Error('the transaction is over');
    await this.client.query('SAVEPOINT part');
    try {
      await this.#write(type, `[${records.map(({ json }) => json).join(',')}]`);
      if (type === 'pass') for (const { record } of records) await this.#writePass(record);
      await this.client.query('RELEASE SAVEPOINT part');
      return null;
    } catch (error) {
      if (!isRefusal(error)) {
        this.#isBroken = true;
        throw error;
      }
      await this.client.query('ROLLBACK TO SAVEPOINT part');
      return (error as Error).message;
    }
  }
}

/** A value that the database does not take (class 22), or a rule that it breaks (class 23). */
const isRefusal = (error: unknown): boolean => /^2[23]/.test(String((error as { code?: unknown }).code));

/** Runs `work` in one transaction, which stays only if it answers true. */
export async function restoring(
  workspaceId: string,
  work: (restore: Restore) => Promise<boolean>,
): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query('BEGIN');
    await client.query((await work(new Restore(workspaceId, client))) ? 'COMMIT' : 'ROLLBACK');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
