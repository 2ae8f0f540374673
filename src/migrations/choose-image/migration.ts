import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'choose-image-to-choose-media',
  summary: {
    en: 'chooseImage / chooseVideo → chooseMedia (different picker)',
    zh: 'chooseImage / chooseVideo → chooseMedia（选择界面不同）',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html',
  guide: 'choose-image',
  codePrefix: 'MED',
  optIn: true,
  // No `feature`, because other platforms have chooseImage but no chooseMedia.
  runtime: {
    name: 'media',
    trial: { en: 'choose a picture and a video', zh: '选择一张图片和一段视频' },
  },
  // On h5, Taro already implements these functions with chooseMedia. On Harmony, chooseMedia returns other
  // fields.
  only: { globals: ['wx'], platforms: ['weapp'] },
  apis: {
    chooseImage: toRuntime('chooseImage', { settlesAtEnd: 'on-host' }),
    chooseVideo: toRuntime('chooseVideo', { settlesAtEnd: 'on-host' }),
  },
});
