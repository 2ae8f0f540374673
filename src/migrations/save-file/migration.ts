import { toRuntime } from '../handlers';
import { defineMigration } from '../migration';

export default defineMigration({
  name: 'save-file-to-file-system-manager',
  summary: {
    en: 'saveFile / getSavedFileList / removeSavedFile / getFileInfo → FileSystemManager',
    zh: 'saveFile / getSavedFileList / removeSavedFile / getFileInfo → FileSystemManager',
  },
  docs: 'https://developers.weixin.qq.com/miniprogram/dev/api/file/FileSystemManager.html',
  guide: 'files',
  codePrefix: 'FIL',
  runtime: {
    name: 'files',
    feature: 'getFileSystemManager',
    trial: { en: 'save a file and read its size', zh: '保存一个文件并读取它的大小' },
  },
  // Only WeChat has deprecated them in Taro. Alipay's take other options, and React Native has no manager.
  only: { globals: ['wx'], platforms: ['weapp'] },
  apis: {
    saveFile: toRuntime('saveFile', { settlesAtEnd: 'on-host' }),
    getSavedFileList: toRuntime('getSavedFileList', { settlesAtEnd: 'on-host' }),
    removeSavedFile: toRuntime('removeSavedFile', { settlesAtEnd: 'on-host' }),
    getFileInfo: toRuntime('getFileInfo', { settlesAtEnd: 'on-host' }),
  },
});
