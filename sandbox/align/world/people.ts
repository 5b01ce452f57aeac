/** A person of the Align site. */
export interface Person {
  /** Number used by `/Users/{id}`. */
  id: number;
  /** String that every item property naming a person holds; not always a number. */
  uid: string;
  firstName: string;
  lastName: string;
  email: string;
  role: string;
}

/** The people of a site. */
export class People {
  constructor(private readonly known: Person[] = []) {}

  /** Everybody, in the order of their ids. */
  all(): readonly Person[] {
    return [...this.known].sort((a, b) => a.id - b.id);
  }

  /** The person an item's property names, if it names one. */
  byUid(uid: unknown): Person | undefined {
    return this.known.find((person) => person.uid === uid);
  }

  /** The person with this e-mail address, in any case. */
  byEmail(email: string): Person | undefined {
    return this.known.find((person) => person.email.toLowerCase() === email.toLowerCase());
  }

  /** Adds a person, or replaces the one with the same uid. */
  put(person: Person): void {
    const at = this.known.findIndex(({ uid }) => uid === person.uid);
    if (at === -1) this.known.push(person);
    else this.known[at] = person;
  }

  /** "Kai Lund", or the bare uid of somebody unknown. */
  nameOf(uid: string): string {
    const person = this.byUid(uid);
    return person ? fullName(person) : uid;
  }
}

/** First and last name. */
export function fullName(person: Person): string {
  return `${person.firstName} ${person.lastName}`.trim();
}
