import { manual, type Reason } from '../../messages/reasons';
import type { LinkUse } from '../types';
import type { LinkKey } from './link-key';
import { pageOf } from './linked-pages';
import { changedKeys, kindOf, type Links, mentionOf, placeOf } from './links';

/** Why what is linked by a key has to stay; `undefined` if it is rewritten. */
export type ObstacleOf = (key: LinkKey | undefined) => Reason | undefined;

/** Finds why calls and elements have to stay, once for each key. */
export function obstaclesOf(links: Links): ObstacleOf {
  const found = new Map(changedKeys(links).map((key) => [key.id, obstacle(key, links)]));
  return (key) => (key ? found.get(key.id) : manual.linkUnknown(links.link.tag));
}

function obstacle(key: LinkKey, links: Links): Reason | undefined {
  const { migration, link, calls, elements, file } = links;
  const { filename, linkedElsewhere } = file.options;
  const { constant, isMade } = key;
  if (isMade) return manual.linkMade();
  if (constant !== undefined && !/^[A-Za-z_][\w-]*$/.test(constant)) return manual.linkSelector(constant);
  const own = elements.filter((one) => one.key?.id === key.id);
  const others = links.others.filter(({ id }) => id === constant);
  const beside = others.filter(({ path }) => pageOf(path) === pageOf(filename));
  const isApart = own.length === 0 && !beside.some(isElement);
  // A page has its own canvas, unless code outside the pages draws on those of all.
  const isShared = isApart || hasHelper(others.filter((use) => !beside.includes(use)));
  const linked = isShared ? others : beside;
  if (isApart && !linked.some(isElement)) return manual.linkElsewhere(link.tag);
  const staying = own.find(({ isChanged }) => !isChanged);
  if (staying) return stays(link.tag, kindOf(staying, links), placeOf(staying.element.name.start, file));
  const other = linked.find(({ kind }) => kind === 'stay' || kind === 'new');
  if (other) return stays(link.tag, other.kind, placeFrom(filename, other));
  const isCalled = calls.some((one) => one.key?.id === key.id) || linked.some(({ kind }) => kind === 'call');
  if (!isCalled) return manual.linkUncalled();
  const mention = mentionOf(key, links);
  if (mention !== undefined) return manual.linkMentioned(placeOf(mention, file));
  const mentioned = linked.find(({ kind }) => kind === 'mention');
  if (mentioned) return manual.linkMentioned(placeFrom(filename, mentioned));
  if (!linkedElsewhere) return manual.linkUnsearched();
  const known = isShared ? linked.map(({ path }) => path) : undefined;
  const elsewhere = linkedElsewhere(migration.name, constant, known);
  return elsewhere === undefined ? undefined : manual.linkMentioned(elsewhere);
}

function stays(tag: string, kind: LinkUse['kind'], place: string): Reason {
  return kind === 'new' ? manual.linkedIsNew(tag, place) : manual.linkedStays(tag, place);
}

/** A place in another file, without the folders that also have this one. */
function placeFrom(filename: string, { path, place }: LinkUse): string {
  const own = filename.split(/[\\/]/);
  const names = path.split(/[\\/]/);
  const first = names.findIndex((name, index) => name !== own[index]);
  return `${names.slice(first).join('/')}:${place}`;
}

function isElement({ kind }: LinkUse): boolean {
  return kind === 'element' || kind === 'stay' || kind === 'new';
}

/** Whether a file calls an API for an element that its page does not have. */
function hasHelper(uses: readonly LinkUse[]): boolean {
  const pages = new Set(uses.filter(isElement).map(({ path }) => pageOf(path)));
  return uses.some(({ kind, path }) => kind === 'call' && !pages.has(pageOf(path)));
}
