import { items } from './items';
import { itemLinks } from './links';
import { organisation } from './organisation';
export function align(client) {
  return { ...items(client), ...itemLinks(client), ...organisation(client) };
}
