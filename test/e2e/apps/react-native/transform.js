// Transforms modules with Metro's worker and Taro's transformer, like a React Native build.
// node transform.js <file>... prints JSON: code, dependencies and source map of each file.
const { readFileSync } = require('node:fs')
const { resolve } = require('node:path')
const worker = require('metro-transform-worker')

const config = {
  allowOptionalDependencies: true,
  assetPlugins: [],
  assetRegistryPath: '',
  asyncRequireModulePath: 'metro-runtime/src/modules/asyncRequire',
  babelTransformerPath: require.resolve('@tarojs/rn-supporter/dist/taroTransformer.js'),
  dynamicDepsInPackages: 'throwAtRuntime',
  enableBabelRCLookup: true,
  enableBabelRuntime: true,
  globalPrefix: '',
  hermesParser: false,
  minifierConfig: {},
  minifierPath: 'metro-minify-terser',
  optimizationSizeLimit: 1e6,
  publicPath: '/',
  unstable_disableModuleWrapping: false,
  unstable_disableNormalizePseudoGlobals: false
}
const options = {
  dev: false,
  hot: false,
  inlinePlatform: false,
  inlineRequires: false,
  minify: false,
  platform: 'ios',
  type: 'module',
  unstable_transformProfile: 'default'
}

async function main(files) {
  const built = []
  for (const file of files) {
    const path = resolve(file)
    const { dependencies, output } = await worker.transform(config, process.cwd(), path, readFileSync(path), options)
    const { code, map } = output[0].data
    built.push({ file, code, map, dependencies: dependencies.map(({ name }) => name) })
  }
  process.stdout.write(`\n${JSON.stringify(built)}\n`)
}
main(process.argv.slice(2))
