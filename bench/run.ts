import { closeDatabase } from '@/lib/data/database';

/** A benchmark: a file bench/NAME.bench.ts whose default export measures and returns what it measured. */
interface Bench {
  default: () => Promise<object>;
}

const name = process.argv[2]!;
const bench = (await import(`./${name}.bench.ts`)) as Bench;
try {
  console.log(JSON.stringify(await bench.default()));
} finally {
  await closeDatabase();
}
// What a benchmark leaves open, such as the live feed's listening, must not keep the command waiting.
process.exit();
