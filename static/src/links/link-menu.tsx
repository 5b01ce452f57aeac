import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MoreIcon from '@atlaskit/icon/core/show-more-horizontal';
import type { LinkRow } from '../../../src/contract';
import { useText } from '../texts/use-text';

interface LinkMenuProps {
  row: LinkRow;
  isResyncing: boolean;
  onResync: (row: LinkRow) => void;
  onHistory: (row: LinkRow) => void;
  /** Absent where a pair cannot be taken apart. */
  onUnlink: ((row: LinkRow) => void) | undefined;
}

/** What can be done with one pair. */
export function LinkMenu({ row, isResyncing, onResync, onHistory, onUnlink }: LinkMenuProps) {
  const text = useText();
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      shouldRenderToParent
      trigger={({ triggerRef, isSelected, testId: _testId, ...trigger }) => (
        <IconButton
          {...trigger}
          ref={triggerRef}
          isSelected={isSelected ?? false}
          appearance="subtle"
          spacing="compact"
          icon={MoreIcon}
          label={text('links.menu', { key: row.issueKey })}
          isLoading={isResyncing}
        />
      )}
    >
      <DropdownItemGroup>
        <DropdownItem onClick={() => onResync(row)}>{text('links.resync')}</DropdownItem>
        <DropdownItem onClick={() => onHistory(row)}>{text('links.history')}</DropdownItem>
        {onUnlink !== undefined && row.status !== 'unlinked' && (
          <DropdownItem onClick={() => onUnlink(row)}>{text('links.unlink')}</DropdownItem>
        )}
      </DropdownItemGroup>
    </DropdownMenu>
  );
}
