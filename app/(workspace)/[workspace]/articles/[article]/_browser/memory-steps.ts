import type { KeptStep, StepStorage } from './step-storage';

/** Steps that last as long as the page: where the browser keeps no data, and in tests. */
export function memorySteps(steps = new Map<string, KeptStep>()): StepStorage {
  return {
    list: async (userId, articleId) =>
      [...steps.values()]
        .filter((step) => step.userId === userId && step.articleId === articleId)
        .sort((a, b) => (a.key < b.key ? -1 : 1)),
    write: async ({ remove, put }) => {
      for (const key of remove) steps.delete(key);
      // As a browser does: what is kept is a copy.
      for (const step of put) steps.set(step.key, structuredClone(step));
    },
  };
}
