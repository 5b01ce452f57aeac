import { WhyUnlisted, type CustomFieldOptions } from '../../../src/contract';
import { useText } from '../texts/use-text';
import styles from './mapping.module.css';

/** Says of which Align types the custom fields are not known, and why. */
export function UnlistedTypes({ unlisted }: Pick<CustomFieldOptions, 'unlisted'>) {
  const text = useText();
  return WhyUnlisted.options.map((why) => {
    const types = unlisted.filter((one) => one.why === why);
    return (
      types.length > 0 && (
        <p key={why} className={styles.note}>
          {text(`mapping.custom.unlisted.${why}`, {
            types: types.map(({ alignType }) => text(`alignType.${alignType}`)).join(', '),
          })}
        </p>
      )
    );
  });
}
