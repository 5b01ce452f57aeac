import type { ItemType } from '../item-types';

/** A way to sign in to the REST API. */
export interface Token {
  uid: string;
  /** `personal`: Jira Align's own; `atlassian`: the e-mail address with an Atlassian API token. */
  kind: 'personal' | 'atlassian';
  secret: string;
  expired: boolean;
}

/** What a role lets a person do through the API. Absent types mean all types. */
export interface RoleLimit {
  read: boolean;
  write: boolean;
  types?: readonly ItemType[];
}

/** Tokens of a site and what their owners' roles allow. */
export class Tokens {
  private readonly limits = new Map<string, RoleLimit>();

  constructor(private readonly known: Token[] = []) {}

  /** Every token, expired ones too. */
  all(): readonly Token[] {
    return this.known;
  }

  /** Whose valid token this is. */
  owner(kind: Token['kind'], uid: string, secret: string): string | undefined {
    const match = (token: Token) =>
      token.kind === kind && token.uid === uid && token.secret === secret && !token.expired;
    return this.known.find(match)?.uid;
  }

  /** From now on the person's tokens are answered 401. */
  expire(uid: string): void {
    for (const token of this.known) if (token.uid === uid) token.expired = true;
  }

  /** Gives the person a new token; the former one of the same kind stops working. */
  replace(uid: string, secret: string, kind: Token['kind'] = 'personal'): void {
    const at = this.known.findIndex((token) => token.uid === uid && token.kind === kind);
    if (at !== -1) this.known.splice(at, 1);
    this.known.push({ uid, kind, secret, expired: false });
  }

  /** Narrows the person's role: what it forbids is answered 403. */
  limitRole(uid: string, limit: RoleLimit): void {
    this.limits.set(uid, limit);
  }

  /** Gives the person's role all its rights back. */
  restoreRole(uid: string): void {
    this.limits.delete(uid);
  }

  /** Whether the role allows this; `type` is absent for people, programs and the like. */
  allows(uid: string, action: 'read' | 'write', type?: ItemType): boolean {
    const limit = this.limits.get(uid);
    if (!limit) return true;
    return limit[action] && (!type || !limit.types || limit.types.includes(type));
  }
}
