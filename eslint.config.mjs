import next from 'eslint-config-next/core-web-vitals';
import ts from 'eslint-config-next/typescript';

const config = [
  { ignores: ['.next/**', '.data/**', 'lib/data/generated/**', 'next-env.d.ts', 'test-results/**'] },
  ...next,
  ...ts,
];

export default config;
