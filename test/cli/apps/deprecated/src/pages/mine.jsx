import { Button } from '@tarojs/components';
import Taro, { getUserProfile } from '@tarojs/taro';

export default function Mine() {
  const login = async () => {
    const { userInfo } = await getUserProfile({ desc: 'Your name and picture' });
    Taro.setStorageSync('user', userInfo);
  };
  const refresh = () =>
    Taro.getUserInfo({ success: ({ userInfo }) => Taro.setStorageSync('user', userInfo) });
  const share = () => Taro.getShareInfo({ shareTicket: 'ticket' });
  const top = () => Taro.setTopBarText({ text: 'Hello' });
  return <Button onClick={login} onLongPress={refresh} onTouchStart={share} onTouchEnd={top} />;
}
