/** The part of the tool that the tests use; the package brings no types. */
declare module 'structured-data-testing-tool' {
  interface Found {
    schemas: string[];
    structuredData: { jsonld: Record<string, unknown[]> };
    passed: object[];
    failed: object[];
    warnings: object[];
  }
  export function structuredDataTest(html: string, options: { presets: object[] }): Promise<Found>;
}
declare module 'structured-data-testing-tool/presets.js' {
  export const Google: object;
}
