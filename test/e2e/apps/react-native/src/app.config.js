export default { pages: ['pages/record/index'] }
