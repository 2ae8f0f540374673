import Taro from '@tarojs/taro';

export async function readPicture(filePath) {
  const { size } = await Taro.getFileInfo({ filePath });
  const bytes = new ArrayBuffer(size);
  return Taro.arrayBufferToBase64(bytes);
}

export function savePicture(name) {
  return Taro.base64ToArrayBuffer(name);
}

export async function clean() {
  const { fileList } = await Taro.getSavedFileList();
  for (const { filePath } of fileList) Taro.removeSavedFile({ filePath });
}

export async function recognize(frame) {
  await Taro.initFaceDetect();
  const face = await Taro.faceDetect(frame);
  Taro.stopFaceDetect();
  return face;
}
