import type { AlignType } from '../../contract/common';

/** A connector of the vendor's to a Jira site. */
export interface ConnectorRef {
  readonly id: number;
  readonly name: string;
}

/** A Jira project that a connector knows. */
export interface ConnectorProject {
  /** Of the project in Jira. */
  readonly projectId: string | null;
  readonly projectKey: string | null;
  /** Null while the project is mapped to no program. */
  readonly programId: number | null;
}

/** A level of Align as a connector counts it: its type, or its bare number where the app knows none for it. */
export interface ConnectorLevel {
  readonly type: AlignType | null;
  readonly number: number | null;
}

/** A status and a state that belong together, in one of the two directions. */
export interface ConnectorState extends ConnectorLevel {
  readonly statusId: string | null;
  readonly statusName: string | null;
  readonly state: number | null;
  readonly stateName: string | null;
}

/** Two priorities that belong together. */
export interface ConnectorPriority extends ConnectorLevel {
  readonly jiraName: string | null;
  readonly alignId: number | null;
  readonly alignName: string | null;
}

/** What a connector says of one project. A part that the site does not have is empty. */
export interface ConnectorMappings {
  readonly toAlign: readonly ConnectorState[];
  readonly toJira: readonly ConnectorState[];
  readonly priorities: readonly ConnectorPriority[];
}

/**
 * The configuration of the vendor's own Jira connector, to read only. Every method throws the domain's errors, and
 * ForbiddenError `ALIGN_CONNECTORS_HIDDEN` when the token's user may not see connectors.
 */
export interface AlignConnectorPort {
  listConnectors(): Promise<ConnectorRef[]>;
  connectorProjects(connectorId: number): Promise<ConnectorProject[]>;
  connectorMappings(connectorId: number, projectKey: string): Promise<ConnectorMappings>;
}
