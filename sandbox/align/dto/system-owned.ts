/**
 * Properties that only the server sets. Which of them a real site lets a client write is not
 * verified against a live site; the stand-in takes the strict view.
 */
const SYSTEM_OWNED = new Set(
  `id self createDate createdBy lastUpdatedDate lastUpdatedBy itemToSyncDate
  acceptedDate acceptedUserId acceptedBy isAccepted completedDate closeDate closedBy fixedBy
  pendingApprovalDate pendingApprovalBy readyToStartDate readyToStartBy
  notStartedDate notStartedBy notStartedDateEnd inProgressDate inProgressBy inProgressDateEnd
  devCompleteDate devCompleteBy testCompleteDate testCompleteBy
  externalId externalKey externalProject externalUser connectorId processStepName
  isRecycled isCanceled isSplit isParentSplit isStatusOpen isImport epicObjectId
  featureIds dependencyIds defectStoryIdConvert`.split(/\s+/),
);

/** Flags that end an item. Whether a client may write them is a shape of its own. */
export const LIFECYCLE_FLAGS = ['isCanceled', 'isRecycled'] as const;

/** Whether a client's value for this property is refused (PATCH) or passed over (POST, PUT). */
export function isSystemOwned(property: string): boolean {
  return SYSTEM_OWNED.has(property);
}
