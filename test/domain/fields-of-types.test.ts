/** Guarantee: a type has exactly the fields for which its schema in the API has a property. */
import { SystemField } from '../../src/contract/common';
import { SHAPES } from '../../src/align/properties';
import { hasField } from '../../src/domain/align-type';
import { codecOf } from '../../src/domain/fields';
import { ALIGN_TYPE_NAMES, mappingOf } from './arbitrary-mapping';

test.each(ALIGN_TYPE_NAMES)('%s', (type) => {
  const properties = Object.keys(SHAPES[type].properties);
  const inSchema = SystemField.options.filter((field) =>
    properties.includes(codecOf(field, mappingOf(type)).align.property),
  );
  expect(SystemField.options.filter((field) => hasField(type, field))).toEqual(inSchema);
});
