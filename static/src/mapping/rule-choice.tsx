import { ConflictPolicy, FieldDirection, type FieldRule } from '../../../src/contract';
import { PolicyByDirection } from '../components/policy-by-direction';
import { useText } from '../texts/use-text';
import { Choice } from './choice';

interface RuleChoiceProps {
  /** Of what the rule is, as a person calls it. */
  name: string;
  rule: FieldRule;
  onChange: (changed: Partial<FieldRule>) => void;
}

/** Chooses which way a field goes. */
export function DirectionChoice({ name, rule, onChange }: RuleChoiceProps) {
  const text = useText();
  return (
    <Choice
      label={text('mapping.fields.direction.choice', { name })}
      options={FieldDirection.options.map((value) => ({
        value,
        label: text(`direction.${value}`),
      }))}
      value={rule.direction}
      onChange={(direction) => onChange({ direction })}
    />
  );
}

/** Chooses who wins when both sides changed a field, where that is a question. */
export function PolicyChoice({ name, rule, onChange }: RuleChoiceProps) {
  const text = useText();
  return (
    <PolicyByDirection direction={rule.direction}>
      <Choice
        label={text('mapping.fields.policy.choice', { name })}
        options={ConflictPolicy.options.map((value) => ({ value, label: text(`policy.${value}`) }))}
        value={rule.policy}
        onChange={(policy) => onChange({ policy })}
      />
    </PolicyByDirection>
  );
}
