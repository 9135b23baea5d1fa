import type { Figures } from '../reading-room.bench';
import type { Scripts } from './scripts';

interface Size {
  words: number;
  annotations: number;
  ours: Figures;
  recogito: Figures;
}

/** The limits the reading room is held to, and whether they hold. */
export function limitsOf(sizes: readonly Size[], scripts: Scripts) {
  const of = (words: number): Size => sizes.find((size) => size.words === words)!;
  const [middle, large] = [of(10_000), of(50_000)];
  if (!middle || !large) return [];
  const memory = ({ ours, recogito }: Size): number => ours.memory.heapBytes / recogito.memory.heapBytes;
  return [
    atMost('10,000 words: readable, ms', middle.ours.load.readableMs, 300),
    atMost('10,000 words: interactive, ms', middle.ours.load.interactiveMs, 1_000),
    atMost('10,000 words: longest task while scrolling, ms', middle.ours.scroll.longestTaskMs, 50),
    atMost('10,000 words: adding one annotation, ms', middle.ours.add.frameMs, 16),
    atMost('10,000 words: one annotation of another arriving, ms', middle.ours.arrival!.workMs, 16),
    atMost('50,000 words: interactive, ms', large.ours.load.interactiveMs, 2_000),
    atMost('50,000 words: longest task while scrolling, ms', large.ours.scroll.longestTaskMs, 50),
    atMost('50,000 words: adding one annotation, ms', large.ours.add.frameMs, 32),
    atMost('50,000 words: one annotation of another arriving, ms', large.ours.arrival!.workMs, 32),
    atMost('50,000 words: memory, times Recogito’s', memory(large), 2),
    atMost('JavaScript of the page, bytes', scripts.ofPage, 200_000),
  ];
}

function atMost(limit: string, measured: number, most: number) {
  return { limit, measured: Number(measured.toFixed(2)), most, holds: measured <= most };
}
