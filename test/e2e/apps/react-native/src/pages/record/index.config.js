export default { navigationBarTitleText: '录音' }
