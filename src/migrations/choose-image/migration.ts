import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'choose-image-to-choose-media',
  summary: {
    en: 'chooseImage / chooseVideo → chooseMedia (different picker)',
    zh: 'chooseImage / chooseVideo → chooseMedia（选择界面不同）',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html',
  codePrefix: 'MED',
  optIn: true,
  // No `feature`: other platforms have chooseImage, and answer that they have no chooseMedia.
  runtime: {
    name: 'media',
    trial: { en: 'choose a picture and a video', zh: '选择一张图片和一段视频' },
  },
  // On h5 Taro's functions are made of chooseMedia already. On Harmony chooseMedia has other results.
  only: { globals: ['wx'], platforms: ['weapp'] },
  apis: {
    chooseImage: toRuntime('chooseImage', { settlesAtEnd: 'on-host' }),
    chooseVideo: toRuntime('chooseVideo', { settlesAtEnd: 'on-host' }),
  },
});
