import { makeRelease } from '@/lib/usecases/make-release';
import { closeDatabase } from '@/lib/data/database';

// A process of the application that makes the release it is given, to be killed in its midst.
const outcome = await makeRelease(process.argv[2]!, { now: () => new Date() });
process.stdout.write(`${outcome}\n`);
await closeDatabase();
