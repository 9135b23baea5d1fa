import type { Manifest } from '@/lib/release/manifest';

const METHODS = {
  article: 'By article',
  story: 'By story',
  time: 'By day of publication',
} as const;

/** How the articles were divided, by each method. */
export function SplitTable({ splits }: { splits: Manifest['splits'] }) {
  const { settings, by, seed } = splits;
  const { train, validation, test } = settings.ratios;
  return (
    <>
      <p className="soft">
        Asked for {train} : {validation} : {test}, with the seed {seed}. By story, near-copies and articles
        about the same story are never on two sides.
      </p>
      <div className="table-scroll">
        <table className="table">
          <caption className="visually-hidden">Articles in each part</caption>
          <thead>
            <tr>
              <th scope="col">Articles</th>
              <th scope="col" className="number">
                Training
              </th>
              <th scope="col" className="number">
                Validation
              </th>
              <th scope="col" className="number">
                Test
              </th>
              <th scope="col" className="number">
                In no part
              </th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(METHODS) as (keyof typeof METHODS)[]).map((method) => (
              <tr key={method}>
                <th scope="row">{METHODS[method]}</th>
                <td className="number">{by[method].sizes.train}</td>
                <td className="number">{by[method].sizes.validation}</td>
                <td className="number">{by[method].sizes.test}</td>
                <td className="number">{by[method].left}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
