/** The part of jsonld that the tests use; the package brings no types. */
declare module 'jsonld' {
  interface Options {
    documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>;
  }
  const jsonld: {
    expand: (document: object, options: Options) => Promise<unknown[]>;
    compact: (document: object, context: object, options: Options) => Promise<object>;
  };
  export default jsonld;
}
