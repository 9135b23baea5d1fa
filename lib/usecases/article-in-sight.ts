import 'server-only';
import { isBlindTo, type Reader } from '@/lib/data/blind-reading';

/** An article as its reader may know it: how far its shared layer has come is nothing for whoever annotates it blind. */
export const inSightOf = <T extends { id: string; seq: number }>(reader: Reader, article: T): T =>
  isBlindTo(reader, article.id) ? { ...article, seq: 0 } : article;
