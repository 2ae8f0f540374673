import { Map as RouteMap } from '@tarojs/components';
import Taro from '@tarojs/taro';

export default function Route({ destination }) {
  const move = () =>
    Taro.createMapContext('route').translateMarker({ markerId: 1, destination, autoRotate: true, rotate: 0 });
  const film = () => Taro.chooseVideo({ success: ({ tempFilePath }) => Taro.saveFile({ tempFilePath }) });
  return <RouteMap id="route" onTap={move} onLongTap={film} />;
}
