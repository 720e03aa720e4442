// The places on a phone.
import { Drawer } from 'antd';
import { Brand } from './brand';
import { Places } from './places';

export function PlacesDrawer({ onClose }: { readonly onClose: () => void }) {
  return (
    <Drawer open onClose={onClose} placement="left" size={264} title={<Brand />}>
      <Places onChosen={onClose} />
    </Drawer>
  );
}
