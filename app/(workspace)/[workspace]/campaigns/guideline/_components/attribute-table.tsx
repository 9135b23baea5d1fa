import { kindsInWords, optionsInWords, wordOfAttributeType } from '@/app/_marks/guideline-words';
import type { Guideline } from '@/lib/domain/guideline';
import styles from './guideline.module.css';

/** The attributes of a version, with what each takes and by which name the data have it. */
export const AttributeTable = ({ attributes }: { attributes: Guideline['attributes'] }) => (
  <div className="table-scroll">
    <table className="table table-fold">
      <thead>
        <tr>
          <th scope="col">Attribute</th>
          <th scope="col">Of</th>
          <th scope="col">Takes</th>
          <th scope="col">In the data</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <tr key={attribute.key}>
            <th scope="row" className={styles.words}>
              <span dir="auto">{attribute.label}</span>
              {attribute.hint && (
                <p className="soft small" dir="auto">
                  {attribute.hint}
                </p>
              )}
            </th>
            <td>{kindsInWords(attribute.kinds)}</td>
            <td className={styles.words}>
              {wordOfAttributeType(attribute.type)}
              {attribute.type === 'choice' && (
                <>
                  {' of '}
                  <span dir="auto">{optionsInWords(attribute)}</span>
                  {attribute.ordered && <span className="soft"> (from the least to the most)</span>}
                </>
              )}
              {attribute.required && <span className="soft">, asked for</span>}
            </td>
            <td>
              <code>{attribute.key}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
