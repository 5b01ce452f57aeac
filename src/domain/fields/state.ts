import type { AlignType } from '../../contract/common';
import type { ProjectMapping } from '../../contract/mapping';
import { stateName } from '../align-type';
import type { JiraStatus } from '../issue';
import { isReopening, reopeningRefused } from '../resolved-is-sticky';
import { stamp } from '../stamp';
import { converted, refused, type FieldCodec } from './codec';

/** Align state that a Jira status leads to, or null when the mapping does not say. */
export function alignStateOf(
  mapping: ProjectMapping,
  type: AlignType,
  statusId: string,
): number | null {
  return mapping.states[type]?.toAlign[statusId] ?? null;
}

/** Jira status that an Align state leads to, or null when the mapping does not say. */
export function jiraStatusOf(
  mapping: ProjectMapping,
  type: AlignType,
  state: number,
): string | null {
  return mapping.states[type]?.toJira[String(state)] ?? null;
}

/** A status that is only known by its id goes by the name of the state that leads to it. */
const status = (id: string, name: string): JiraStatus => ({ id, name, category: 'undefined' });

/**
 * A status is never written as a field: Jira moves it through the workflow's transitions. Many statuses may lead to
 * one state, so a status that already leads to the other side's state is left alone, and so is a state that already
 * leads back to the issue's status: otherwise the two would flap.
 */
export const state: FieldCodec<JiraStatus, number | null> = {
  name: 'state',
  jira: {
    read: (issue) => issue.status,
    stamp: (value) => stamp(value.id, value.name),
    fieldId: () => 'status',
    payload: (value) => ({ id: value.id }),
    changeIds: () => ['status'],
  },
  align: {
    read: (item) => item.state,
    stamp: (value, type) => stamp(String(value), stateName(type, value)),
    property: 'state',
  },
  equal: (jira, align, { mapping, alignType }) =>
    align !== null &&
    (alignStateOf(mapping, alignType, jira.id) === align ||
      jiraStatusOf(mapping, alignType, align) === jira.id),
  toAlign: (jira, _current, { mapping, alignType }) => {
    const target = alignStateOf(mapping, alignType, jira.id);
    if (target === null) {
      return refused(
        'STATUS_NOT_MAPPED',
        `The Jira status "${jira.name}" is not mapped to a Jira Align state.`,
        `Map "${jira.name}" in the state mapping of project ${mapping.projectKey}. Jira Align keeps its state until then.`,
      );
    }
    return converted(target);
  },
  toJira: (align, current, { mapping, alignType }) => {
    const name = stateName(alignType, align) ?? 'none';
    const target = align === null ? null : jiraStatusOf(mapping, alignType, align);
    if (align === null || target === null) {
      return refused(
        'STATE_NOT_MAPPED',
        `The Jira Align state "${name}" is not mapped to a Jira status.`,
        `Map "${name}" in the state mapping of project ${mapping.projectKey}. Jira keeps its status until then.`,
      );
    }
    if (
      current !== null &&
      isReopening(mapping, alignType, { from: current, to: target, state: align })
    ) {
      return { ok: false, problem: reopeningRefused(current) };
    }
    return converted(current?.id === target ? current : status(target, name));
  },
};
