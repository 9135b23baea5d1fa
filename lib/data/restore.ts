import 'server-only';
import type { PoolClient } from 'pg';
import { pool } from './database';
import { RESTORED, type RestoredType } from './restore-statements';

type Json = Record<string, unknown>;

/** Writes records inside one transaction. A failure of the database names a record, and nothing of it stays. */
export class Restore {
  #isBroken = false;

  constructor(
    readonly workspaceId: string,
    private readonly client: PoolClient,
  ) {}

  /** The records of one type; those that the database refuses come back with its words. */
  async insert(type: RestoredType, records: readonly Json[]): Promise<{ record: Json; reason: string }[]> {
    const failure = await this.#tried(type, records);
    if (failure === null) return [];
    if (records.length === 1) return [{ record: records[0]!, reason: failure }];
    // One of them is at fault: each by itself shows which.
    const refused: { record: Json; reason: string }[] = [];
    for (const record of records) refused.push(...(await this.insert(type, [record])));
    return refused;
  }

  /** People who are named and unknown here: without an address nobody can sign in as them. */
  async insertPeople(people: readonly { id: string; name: string }[]): Promise<void> {
    await this.client.query(
      `INSERT INTO app_user (id, name, email) SELECT (p->>'id')::uuid, p->>'name', (p->>'id') || '@restored.invalid'
       FROM jsonb_array_elements($1::jsonb) p ON CONFLICT DO NOTHING`,
      [JSON.stringify(people)],
    );
  }

  async holdsAnything(): Promise<boolean> {
    const { rows } = await this.client.query<{ holds: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM article WHERE workspace_id = $1::uuid)
         OR EXISTS (SELECT 1 FROM source WHERE workspace_id = $1::uuid) AS holds`,
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

  async #tried(type: RestoredType, records: readonly Json[]): Promise<string | null> {
    if (this.#isBroken) throw new Error('the transaction is over');
    await this.client.query('SAVEPOINT part');
    try {
      for (const statement of RESTORED[type])
        await this.client.query(
          statement,
          statement.includes('$2') ? [JSON.stringify(records), this.workspaceId] : [JSON.stringify(records)],
        );
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
