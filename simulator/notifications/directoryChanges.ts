import type { Directory } from '../directory/directory.ts';
import type { WatchedResource } from './watchedResource.ts';

/** All that happened to one object in a while, however often it changed. */
export interface DirectoryChange {
  kind: WatchedResource['kind'];
  id: string;
  /** Creation and soft deletion are updates too: https://learn.microsoft.com/en-us/graph/api/resources/subscription */
  changeType: 'updated' | 'deleted';
  /** Members of a group that joined or left: the last word on each, true for gone. */
  members: ReadonlyMap<string, boolean>;
}

interface Place {
  user: number;
  group: number;
}

/** Reads the directory's own record of changes on from where it stopped. */
export class DirectoryChanges {
  #directory: Directory;
  #place: Place;

  constructor(directory: Directory) {
    this.#directory = directory;
    this.#place = endOf(directory);
  }

  /** Begins anew: nothing that happened so far is told. */
  follow(directory: Directory): void {
    this.#directory = directory;
    this.#place = endOf(directory);
  }

  read(): DirectoryChange[] {
    const since = this.#place;
    this.#place = endOf(this.#directory);
    return [...changesOf(this.#directory, 'user', since.user), ...changesOf(this.#directory, 'group', since.group)];
  }
}

function endOf({ users, groups }: Directory): Place {
  return { user: users.log.end, group: groups.log.end };
}

function* changesOf(directory: Directory, kind: WatchedResource['kind'], since: number): Iterable<DirectoryChange> {
  const table = kind === 'user' ? directory.users : directory.groups;
  for (let place = since; place < table.log.end; place += 1) {
    const id = table.log.firstMention(place, since);
    if (id === undefined) continue;
    const links = [...(table.log.trace(id)?.links ?? [])].filter(([, { at }]) => at >= since);
    const members = new Map(kind === 'group' ? links.map(([member, { removed }]) => [member, removed]) : []);
    yield { kind, id, changeType: table.find(id) ? 'updated' : 'deleted', members };
  }
}
