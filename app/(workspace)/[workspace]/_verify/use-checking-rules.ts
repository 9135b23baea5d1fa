'use client';
import { useEffect, useState } from 'react';
import { getJson } from '@/app/_forms/ask-api';
import type { CheckingRules } from '@/lib/domain/checking-rules';

/** What the workspace asks of those who check; null until it is known. Without it the form works as ever. */
export function useCheckingRules(workspaceSlug: string): CheckingRules | null {
  const [rules, setRules] = useState<CheckingRules | null>(null);
  useEffect(() => {
    const asked = new AbortController();
    void getJson<CheckingRules>(`/api/v1/workspaces/${workspaceSlug}/checking-rules`, asked.signal).then(
      (answer) => {
        if (answer.ok && !asked.signal.aborted) setRules(answer.value.value);
      },
    );
    return () => asked.abort();
  }, [workspaceSlug]);
  return rules;
}
