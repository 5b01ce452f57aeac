import type { ItemType } from '../item-types';

const NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  description: 'Description',
  state: 'State',
  primaryProgramId: 'Program',
  programId: 'Program',
  ownerId: 'Owner',
  assignedTo: 'Assigned To',
  parentId: 'Parent Portfolio Epic',
  featureId: 'Feature',
  storyId: 'Story',
  points: 'Points',
  effortPoints: 'Effort Points',
  pointsEstimate: 'Points Estimate',
  effortHours: 'Effort Hours',
  tags: 'Tags',
  links: 'Links',
  isRecycled: 'Recycled',
  stepsToReproduce: 'Steps to Reproduce',
  productId: 'Product',
  customFields: 'Custom Fields',
};

/** The name that Jira Align's history shows for a property: a display name, not the API's. */
export function displayName(type: ItemType, property: string): string {
  if (type === 'epic' && property === 'title') return 'Name';
  const words = property.replace(/([a-z])([A-Z])/g, '$1 $2');
  return NAMES[property] ?? words.charAt(0).toUpperCase() + words.slice(1);
}
