#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which is a download: the same command line and the same JSON-RPC, one
// message a line, on top of the WASM build that npm has.
import readline from 'node:readline';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { administer, disposeAll } from './schema-engine-database.mjs';
import { engineVersion, newEngine, panicMessage } from './schema-engine-wasm.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', short: 'd', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean', short: 'V' },
  },
});
const datasource = JSON.parse(values.datasource ?? '{}');

if (values.version) console.log(`schema-engine-wasm ${engineVersion()}`);
else if (positionals[0] === 'cli') process.exitCode = await runCommand(positionals[1]);
else serveRequests();

/** `schema-engine cli can-connect-to-database | create-database | drop-database`. Resolves to the exit code. */
async function runCommand(command) {
  const name = decodeURIComponent(new URL(datasource.url).pathname.slice(1));
  try {
    if (command === 'can-connect-to-database') await connectOnce();
    const verb = { 'create-database': 'CREATE DATABASE', 'drop-database': 'DROP DATABASE IF EXISTS' }[
      command
    ];
    if (verb) await administer(datasource.url, (client) => `${verb} ${client.escapeIdentifier(name)}`);
    return 0;
  } catch (error) {
    logLine('INFO', 'schema-engine-wasm'); // Prisma's command line always drops the first line.
    logLine('ERROR', error.message, { error_code: prismaCodeOf(error), is_panic: false });
    return 1;
  }
}

async function connectOnce() {
  const client = new pg.Client({ connectionString: datasource.url });
  await client.connect();
  await client.end();
}

const prismaCodeOf = ({ code }) =>
  ({ '3D000': 'P1003', ECONNREFUSED: 'P1001', '28P01': 'P1000' })[code] ?? 'P1011';

function logLine(level, message, more = {}) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields: { message, ...more },
    target: 'schema_engine',
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function serveRequests() {
  let queue = Promise.resolve();
  let engine;
  let printed = 0;
  let current;
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

  async function answer({ id, method, params }) {
    current = id;
    try {
      engine ??= await newEngine({ schemaFiles: values.datamodels ?? [], datasource });
      const result = await call(engine, method, params);
      if (method === 'diff' && result.stdout != null) {
        send({ id: ++printed, method: 'print', params: { content: result.stdout.replace(/\n$/, '') } });
        send({ id, result: { exitCode: result.exitCode } });
      } else send({ id, result });
    } catch (error) {
      const panic = panicMessage();
      send({ id, error: rpcError(panic ? new Error(`schema-engine-wasm panicked: ${panic}`) : error) });
    }
  }

  // A panic of the engine surfaces here, outside of any promise.
  process.on('uncaughtException', (error) => {
    send({ id: current, error: rpcError(new Error(panicMessage() || error.stack)) });
    process.exitCode = 1;
  });
  readline
    .createInterface({ input: process.stdin, crlfDelay: Infinity })
    .on('line', (line) => {
      const message = line.trim() ? JSON.parse(line) : {};
      // A message without a method answers our own `print`.
      if (message.method) queue = queue.then(() => answer(message));
    })
    .on('close', async () => {
      await queue;
      await disposeAll();
      process.exit();
    });
}

async function call(engine, method, params) {
  // These two reach the shadow database only through a cache that the diagnosis fills.
  if (method === 'evaluateDataLoss' || method === 'createMigration') {
    const { migrationsList, filters } = params;
    await engine.diagnoseMigrationHistory({ migrationsList, filters, optInToShadowDatabase: true });
  }
  if (method === 'getDatabaseVersion') return engine.version(params ?? undefined);
  if (method === 'createDatabase')
    throw Object.assign(new Error('createDatabase is not supported here'), { code: 'P1011' });
  if (typeof engine[method] !== 'function') throw new Error(`unknown schema engine method ${method}`);
  return (await engine[method](params)) ?? {};
}

function rpcError(error) {
  const details = { message: error?.message ?? String(error), meta: error?.meta ?? null };
  return {
    code: 4466,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: false, ...details, error_code: error?.code ?? null, backtrace: null },
  };
}
