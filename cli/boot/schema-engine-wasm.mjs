import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { migrationFactory } from './schema-engine-database.mjs';

const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
const folder = path.dirname(glueFile);

/** Where the engine leaves the message of a panic. */
const panics = {
  message: '',
  set_message(message) {
    this.message = message;
  },
};
globalThis.PRISMA_WASM_PANIC_REGISTRY = panics;

export const panicMessage = () => panics.message;

export const engineVersion = () =>
  JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).version;

/** @param {{schemaFiles: string[], datasource: {url: string, shadowDatabaseUrl?: string}}} options */
export async function newEngine({ schemaFiles, datasource }) {
  const { SchemaEngine } = await loadGlue();
  const datamodels = schemaFiles.map((file) => [file, fs.readFileSync(file, 'utf8')]);
  const factory = bindMigrationAwareSqlAdapterFactory(migrationFactory(datasource));
  return SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, factory);
}

async function loadGlue() {
  const glue = await import(pathToFileURL(glueFile).href);
  const bytes = fs.readFileSync(path.join(folder, 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue;
}
