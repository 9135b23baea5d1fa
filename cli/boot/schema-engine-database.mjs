import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/**
 * The database as the schema engine sees it. `@prisma/adapter-pg` is made for queries, not for migrations; three
 * things differ here:
 *  1. catalog columns of type "char" are refused there: they are reported as characters;
 *  2. its executeScript() splits at every `;`, also within functions and quotes: a script is sent whole;
 *  3. its connectToShadowDb() keeps the connection string, which wins over the name of the shadow database, so that
 *     the engine would reset the real one: the shadow gets a connection string of its own.
 */

/** The type "char" of the system catalogs, and text, which has the same wire format. */
const [CHAR_OID, TEXT_OID] = [18, 25];

/** Prisma's own parameters, which Postgres does not know. */
const PRISMA_PARAMETERS = [
  'schema',
  'connection_limit',
  'pgbouncer',
  'pool_timeout',
  'socket_timeout',
  'connect_timeout',
];

const open = new Set();

export async function disposeAll() {
  for (const adapter of [...open]) await adapter.dispose().catch(() => {});
}

/** What the engine makes its connections with. @param {{url: string, shadowDatabaseUrl?: string}} datasource */
export function migrationFactory(datasource) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectTo(datasource.url),
    connectToShadowDb: () =>
      datasource.shadowDatabaseUrl
        ? connectTo(datasource.shadowDatabaseUrl)
        : connectToNewShadow(datasource.url),
  };
}

/** Runs one statement beside the database itself. @param {string} databaseUrl @param {(client: pg.Client) => string} statement */
export async function administer(databaseUrl, statement) {
  const url = new URL(databaseUrl);
  url.pathname = '/postgres';
  url.search = '';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement(client));
  } finally {
    await client.end();
  }
}

async function connectToNewShadow(databaseUrl) {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await administer(databaseUrl, () => `CREATE DATABASE "${name}"`);
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return connectTo(url.href, () => administer(databaseUrl, () => `DROP DATABASE "${name}" WITH (FORCE)`));
}

async function connectTo(databaseUrl, onDispose = async () => {}) {
  const url = new URL(databaseUrl);
  const schema = url.searchParams.get('schema') ?? undefined;
  for (const parameter of PRISMA_PARAMETERS) url.searchParams.delete(parameter);
  const pool = new pg.Pool({ connectionString: url.href, max: 1 });
  const adapter = withCharacters(await new PrismaPg(pool, { schema }).connect());
  const { startTransaction } = adapter;
  adapter.startTransaction = async (...args) => withCharacters(await startTransaction.apply(adapter, args));
  adapter.executeScript = (script) => executeWhole(adapter, pool, script);
  adapter.dispose = async () => {
    if (!open.delete(adapter)) return;
    await pool.end();
    await onDispose();
  };
  open.add(adapter);
  return adapter;
}

/** performIO turns an error of Postgres into one that the engine understands. */
async function executeWhole(adapter, pool, script) {
  const receiver = { client: { query: () => pool.query(script) }, onError: adapter.onError };
  await adapter.performIO.call(receiver, { sql: script, args: [], argTypes: [] });
}

/** Mends the first of the three differences. */
function withCharacters(queryable) {
  const { queryRaw, performIO } = queryable;
  queryable.queryRaw = async (query) => {
    const characters = [];
    const receiver = Object.create(queryable, {
      performIO: {
        value: async (statement) => {
          const result = await performIO.call(queryable, statement);
          result.fields.forEach((field, column) => {
            if (field.dataTypeID !== CHAR_OID) return;
            field.dataTypeID = TEXT_OID;
            characters.push(column);
          });
          return result;
        },
      },
    });
    const answer = await queryRaw.call(receiver, query);
    for (const column of characters) answer.columnTypes[column] = ColumnTypeEnum.Character;
    return answer;
  };
  return queryable;
}
