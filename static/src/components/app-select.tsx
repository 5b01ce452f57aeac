import Select, { type SelectProps } from '@atlaskit/select';
import './app-select.css';

/**
 * Atlaskit's select as this app uses it: a menu that no card cuts off, and a chosen option that can be read while
 * it is focused (its own colours have a contrast of 3.9 to 1).
 */
export function AppSelect<Option>(props: SelectProps<Option>) {
  return <Select<Option> classNamePrefix="app-select" menuPosition="fixed" {...props} />;
}
