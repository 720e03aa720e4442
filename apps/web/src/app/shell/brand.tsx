// The name of the platform with its mark: the two halves of a tally.
import { Flex } from 'antd';

export function Brand() {
  return (
    <Flex align="center" gap={10}>
      <img src="/favicon.svg" alt="" width={24} height={24} />
      <strong style={{ fontSize: 16, whiteSpace: 'nowrap' }}>右券 Youquan</strong>
    </Flex>
  );
}
