import { v7 } from 'uuid';
import { valueOf } from './failure-code';
import { anArticle, aPut } from './article-builders';
import { aMember, contextOf } from './builders';
import { putAnnotation } from '@/lib/usecases/put-annotation';

// Writes until it is killed, four at a time, and says of each write that it was acknowledged.
const { user, workspace } = await aMember({ role: 'editor' });
const context = contextOf(user);
const article = await anArticle(context, workspace.slug);

async function write(): Promise<never> {
  for (;;) {
    const id = v7();
    valueOf(await putAnnotation(context, { id, body: aPut(article, 'claim', ['mayor'], { tags: [id] }) }));
    process.stdout.write(`${id}\n`);
  }
}
await Promise.all([1, 2, 3, 4].map(write)).catch(() => process.exit(1));
